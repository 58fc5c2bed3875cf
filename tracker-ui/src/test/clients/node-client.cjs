// node node-client.cjs MODULE RELEASE: fails twice at one place, says something, measures something.
const [, , client, release] = process.argv;
const sdk = require(client);
if (client === 'n7') require('@sentry/tracing');

sdk.init({
  dsn: process.env.DSN,
  release,
  environment: 'test',
  tracesSampleRate: 1,
  includeLocalVariables: true,
  beforeSend(event) {
    event.tags = { ...event.tags, viaBeforeSend: 'yes' };
    return event;
  },
});
sdk.setUser({ id: '42', username: 'jane' });
sdk.setTag('component', 'checkout');
sdk.addBreadcrumb({ category: 'auth', message: 'Authenticated user jane', level: 'info' });

class PaymentError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'PaymentError';
  }
}

function charge(order) {
  const amount = 12.5 * order;
  throw new PaymentError(`card declined for order ${order}`, { cause: new TypeError(`gateway said no to ${amount}`) });
}

async function checkout(order) {
  try {
    charge(order);
  } catch (failure) {
    sdk.captureException(failure, { tags: { section: 'checkout' }, extra: { order } });
  }
  // local variables are read while the debugger pauses
  await new Promise((resolve) => setTimeout(resolve, 50));
}

async function run() {
  await new Promise((resolve) => setTimeout(resolve, 200));
  await checkout(1001);
  await checkout(2002);
  const say = () => sdk.captureMessage('Something went wrong in Node', 'info');
  if (sdk.startSpan) {
    sdk.startSpan({ name: 'checkout', op: 'task' }, () => sdk.startSpan({ name: 'SELECT 1', op: 'db' }, say));
  } else {
    const transaction = sdk.startTransaction({ name: 'checkout', op: 'task' });
    sdk.getCurrentHub().configureScope((scope) => scope.setSpan(transaction));
    say();
    transaction.finish();
  }
  const flushed = await sdk.close(5000);
  process.stdout.write(flushed ? 'sent\n' : 'not sent\n');
}

run();
