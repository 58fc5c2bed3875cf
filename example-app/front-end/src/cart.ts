export interface Tea {
  name: string;
  cents: number;
  origin?: { country: string };
}

export interface Line {
  tea: Tea;
  count: number;
}

export const TEAS: Tea[] = [
  { name: 'Sencha', cents: 1490, origin: { country: 'Japan' } },
  { name: 'Assam', cents: 1190, origin: { country: 'India' } },
  { name: 'House blend', cents: 890 },
];

export function total(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.tea.cents * line.count, 0);
}

/** Countries of origin, for customs. A blend has none, and that is the mistake. */
export function customsForm(lines: Line[]): string {
  return lines.map((line) => `${line.count} × ${line.tea.name}, ${origin(line.tea)}`).join('\n');
}

function origin(tea: Tea): string {
  return tea.origin!.country.toUpperCase();
}

export class VoucherExpired extends Error {
  constructor(readonly code: string) {
    super(`Voucher ${code} has expired`);
    this.name = 'VoucherExpired';
  }
}

export function redeem(code: string): number {
  if (code.startsWith('SAVE')) {
    throw new VoucherExpired(code);
  }
  return 0;
}
