type Method = 'Cash' | 'UPI' | 'Card';
type State = 'waiting' | 'confirmed' | 'rejected' | 'cancelled' | 'clash';

export interface Car {
  readonly name: string;
  readonly takenIn: string;
  desk: string;
  bill: number;
  waived: number;
  isDone: boolean;
}

export interface Slip {
  readonly car: Car;
  /** Rupees; a refund is negative. */
  readonly amount: number;
  readonly method: Method;
  readonly by: string;
  state: State;
}

/** What an owner reads of one day; whole rupees. */
export interface DayFigures {
  readonly totalJobs: number;
  readonly totalRevenue: number;
  readonly totalCollected: number;
  readonly totalConfirmed: number;
  readonly outstandingCredits: number;
  readonly averageJobValue: number;
}

const counts = ({ state }: Slip): boolean => state === 'waiting' || state === 'confirmed';
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * The day's book kept beside the app by the test itself, with pencil and paper: it knows nothing of the app's own
 * arithmetic, so that a mistake there cannot be made here as well. In whole rupees.
 */
export class DayLedger {
  readonly #cars: Car[] = [];
  readonly #slips: Slip[] = [];
  readonly #moved: { readonly from: string; readonly to: string | undefined; readonly amount: number }[] = [];

  takeIn(name: string, desk: string, estimate: number): Car {
    const car = { name, desk, takenIn: desk, bill: estimate, waived: 0, isDone: false };
    this.#cars.push(car);
    return car;
  }

  pay(car: Car, amount: number, method: Method, by: string, state: State = 'waiting'): Slip {
    const slip = { car, amount, method, by, state };
    this.#slips.push(slip);
    return slip;
  }

  /** Confirmed on both sides; without a receiver it went to the bank. */
  handOver(from: string, to: string | undefined, amount: number): void {
    this.#moved.push({ from, to, amount });
  }

  cash(person: string): number {
    const taken = this.#slips.filter((slip) => slip.by === person && slip.method === 'Cash' && counts(slip));
    const given = this.#moved.filter(({ from }) => from === person);
    const got = this.#moved.filter(({ to }) => to === person);
    const amounts = (all: readonly { amount: number }[]) => sum(all.map(({ amount }) => amount));
    return amounts(taken) - amounts(given) + amounts(got);
  }

  /** Money of a method in a state; 0 where there is none. */
  money(method: Method | undefined, state: State): number {
    const meant = this.#slips.filter(
      (slip) => slip.state === state && slip.method === (method ?? slip.method),
    );
    return sum(meant.map(({ amount }) => amount));
  }

  due(car: Car): number {
    const received = this.#slips.filter((slip) => slip.car === car && counts(slip));
    return car.bill - car.waived - sum(received.map(({ amount }) => amount));
  }

  received(person: string): number {
    return sum(this.#slips.filter((slip) => slip.by === person && counts(slip)).map(({ amount }) => amount));
  }

  figures(): DayFigures {
    const done = this.#cars.filter(({ isDone }) => isDone);
    const totalRevenue = sum(done.map(({ bill, waived }) => bill - waived));
    return {
      totalJobs: this.#cars.length,
      totalRevenue,
      totalCollected: this.money(undefined, 'waiting') + this.money(undefined, 'confirmed'),
      totalConfirmed: this.money(undefined, 'confirmed'),
      outstandingCredits: sum(done.map((car) => Math.max(0, this.due(car)))),
      averageJobValue: done.length === 0 ? 0 : totalRevenue / done.length,
    };
  }
}
