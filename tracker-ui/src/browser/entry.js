// Sentry's browser SDK, set up by the application that serves it. ERROR_TRACKER is the server's: {key, environment, release}.
import {
  addBreadcrumb,
  addEventProcessor,
  browserTracingIntegration,
  captureEvent,
  captureException,
  captureFeedback,
  captureMessage,
  close,
  flush,
  getClient,
  getCurrentScope,
  getDefaultIntegrations,
  init,
  lastEventId,
  setContext,
  setExtra,
  setExtras,
  setTag,
  setTags,
  setUser,
  startSpan,
  withScope,
} from '@sentry/browser';

// the DSN is where this script came from
const script = document.currentScript || document.querySelector('script[src*="/browser."][src$=".js"]');
const address = new URL(script ? script.src : '', document.baseURI);
const path = address.pathname.slice(0, address.pathname.lastIndexOf('/'));
const dsn = `${address.protocol}//${ERROR_TRACKER.key}@${address.host}${path}/1`;

const data = script ? script.dataset : {};
const rate = Number(data.tracesSampleRate); // data-traces-sample-rate

const options = {
  dsn,
  environment: data.environment || ERROR_TRACKER.environment,
  release: data.release || ERROR_TRACKER.release,
  // one envelope for each page that is opened says little here
  integrations: [
    ...getDefaultIntegrations({}).filter((integration) => integration.name !== 'BrowserSession'),
    // gives requests to this application the id of the trace, which joins their errors to those of the page
    browserTracingIntegration(),
  ],
};
if (rate > 0 && rate <= 1) {
  options.tracesSampleRate = rate;
}
init(options);

window.Sentry = {
  addBreadcrumb,
  addEventProcessor,
  captureEvent,
  captureException,
  captureFeedback,
  captureMessage,
  close,
  flush,
  getClient,
  getCurrentScope,
  init: (changed) => init({ ...options, ...changed }),
  lastEventId,
  setContext,
  setExtra,
  setExtras,
  setTag,
  setTags,
  setUser,
  startSpan,
  withScope,
};
