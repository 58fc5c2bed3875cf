import { Cart } from './cart';

const checkout = (count: number): number => {
  const basket = new Cart();
  basket.add({ name: 'Sencha', cents: 1490, count });
  return basket.total();
};

export function start(): void {
  checkout(-1);
}

try {
  start();
} catch (failure) {
  console.log((failure as Error).stack);
}
