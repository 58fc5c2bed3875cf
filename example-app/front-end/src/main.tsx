import * as Sentry from '@sentry/react';
import { createRoot } from 'react-dom/client';
import { Basket } from './Basket';

// The public key of the shop's tracker (tracker.ingest.keys); the rest of the DSN is wherever the shop is deployed.
const base = location.pathname.replace(/\/front-end\/.*$/, '');
const dsn = `${location.protocol}//5b0e5b0e5b0e5b0e5b0e5b0e5b0e5b0e@${location.host}${base}/errors-ingest/1`;

Sentry.init({
  dsn,
  environment: 'demo',
  release: 'tea-shop@1.4.2',
  integrations: [Sentry.browserTracingIntegration()],
  tracesSampleRate: 0.1,
  beforeSend(event) {
    return event.message?.includes('ResizeObserver') ? null : event;
  },
});

createRoot(document.getElementById('root')!).render(<Basket />);
