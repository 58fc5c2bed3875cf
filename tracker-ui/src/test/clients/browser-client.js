// Fails without anybody catching it, rejects without anybody handling it, says something, measures something.
import * as sdk from 'sdk';

const asked = new URLSearchParams(location.search);
const tracing = sdk.browserTracingIntegration ? sdk.browserTracingIntegration() : new sdk.BrowserTracing();

sdk.init({
  dsn: asked.get('dsn'),
  tunnel: asked.get('tunnel') || undefined,
  release: asked.get('release'),
  environment: 'test',
  tracesSampleRate: 1,
  integrations: [tracing],
  beforeSend(event) {
    event.tags = { ...event.tags, viaBeforeSend: 'yes' };
    return event;
  },
});
sdk.setUser({ id: '42', username: 'jane' });
sdk.setTag('component', 'basket');
sdk.addBreadcrumb({ category: 'ui.click', message: 'button#pay' });

function renderBasket(basket) {
  return basket.total.amount;
}

setTimeout(() => renderBasket({ total: null }), 0);
setTimeout(() => Promise.reject('out of stock'), 100);
setTimeout(() => sdk.captureMessage('Something went wrong in the page', 'warning'), 200);
setTimeout(async () => {
  const active = sdk.getActiveSpan && sdk.getActiveSpan();
  if (active) active.end();
  await sdk.close(8000);
  document.title = 'sent';
}, 600);
