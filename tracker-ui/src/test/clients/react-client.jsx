// A component fails while it is drawn; an error boundary catches it.
import * as sdk from '@sentry/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);
sdk.init({
  dsn: asked.get('dsn'),
  release: asked.get('release'),
  environment: 'test',
  tracesSampleRate: 1,
  integrations: [sdk.browserTracingIntegration()],
});
sdk.setUser({ id: '42', username: 'jane' });
sdk.setTag('component', 'cart');
sdk.addBreadcrumb({ category: 'ui.click', message: 'button#cart' });

function CartTotal({ cart }) {
  return createElement('b', null, cart.items.length);
}

const root = createRoot(document.getElementById('root'));
root.render(
  createElement(
    sdk.ErrorBoundary,
    { fallback: createElement('p', null, 'The cart cannot be shown.') },
    createElement(CartTotal, { cart: {} }),
  ),
);
setTimeout(async () => {
  sdk.getActiveSpan()?.end();
  await sdk.close(8000);
  document.title = 'sent';
}, 500);
