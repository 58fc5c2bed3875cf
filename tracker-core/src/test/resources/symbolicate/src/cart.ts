export interface Line {
  name: string;
  cents: number;
  count: number;
}

export class Cart {
  private lines: Line[] = [];

  add(line: Line): void {
    this.lines.push(line);
  }

  total(): number {
    return this.lines.map(lineTotal).reduce((sum, cents) => sum + cents, 0);
  }
}

function lineTotal(line: Line): number {
  if (line.count < 0) {
    throw new RangeError(`${line.name} cannot be in the basket ${line.count} times`);
  }
  return line.cents * line.count;
}
