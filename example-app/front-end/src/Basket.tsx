import * as Sentry from '@sentry/react';
import { useState } from 'react';
import { customsForm, redeem, TEAS, total, type Line } from './cart';

const money = (cents: number): string => `€ ${(cents / 100).toFixed(2)}`;

export function Basket() {
  const [lines, setLines] = useState<Line[]>(TEAS.map((tea) => ({ tea, count: 1 })));
  const [user, setUser] = useState<string | null>(null);
  const [told, setTold] = useState('');

  const add = (index: number): void => {
    setLines(lines.map((line, i) => (i === index ? { ...line, count: line.count + 1 } : line)));
    Sentry.addBreadcrumb({ category: 'basket', message: `One more ${lines[index].tea.name}`, level: 'info' });
  };

  const signIn = (): void => {
    Sentry.setUser({ id: '42', username: 'ada', email: 'ada@example.com' });
    setUser('ada');
  };

  const signOut = (): void => {
    Sentry.setUser(null);
    setUser(null);
  };

  const useVoucher = (): void => {
    try {
      redeem('SAVE20');
    } catch (failure) {
      Sentry.captureException(failure, { tags: { section: 'voucher' }, extra: { basket: total(lines) } });
      setTold('This voucher has expired.');
    }
  };

  const checkout = (): void => {
    setTold(customsForm(lines));
  };

  const askTheWarehouse = async (): Promise<void> => {
    const answer = await fetch('../api/stock/sencha?shelf=C4');
    if (!answer.ok) {
      throw new Error(`The warehouse answered ${answer.status}`);
    }
    setTold(await answer.text());
  };

  return (
    <>
      <header className="top">
        <a className="brand" href="../"><img src="../cup.svg" alt="" width="32" height="32" /> Leaf &amp; Kettle</a>
        <nav aria-label="Shop">
          <a href="../">Shop</a>
          <a href="../errors" className="strong">Errors</a>
        </nav>
        <div className="visitor">
          <span className="who">{user ?? 'Not signed in'}</span>
          <button type="button" id="sign" className="link" onClick={user ? signOut : signIn}>{user ? 'Sign out' : 'Sign in as ada'}</button>
        </div>
      </header>
      <main>
        <section>
          <h2>Your basket</h2>
          <p>A front end as its makers write it: React, built by Vite, with Sentry&rsquo;s own SDK. Its stack traces are minified until the source maps are there.</p>
          <ul className="teas">
            {lines.map((line, index) => (
              <li className="tea" key={line.tea.name}>
                <h3>{line.tea.name}</h3>
                <p className="origin">{line.tea.origin?.country ?? 'From everywhere'}</p>
                <div className="buy">
                  <span className="price">{line.count} × {money(line.tea.cents)}</span>
                  <button type="button" onClick={() => add(index)}>One more</button>
                </div>
              </li>
            ))}
          </ul>
          <h3>{money(total(lines))}</h3>
          <p>
            <button type="button" id="voucher" onClick={useVoucher}>Use a voucher: a failure that is handled</button>{' '}
            <button type="button" id="checkout" onClick={checkout}>Check out: fails in cart.ts</button>{' '}
            <button type="button" id="warehouse" onClick={askTheWarehouse}>Ask the warehouse: fails here and on the server</button>
          </p>
          <pre id="told">{told}</pre>
        </section>
      </main>
    </>
  );
}
