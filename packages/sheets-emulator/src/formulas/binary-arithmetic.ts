/** Google calculates in binary floating point, so 5.5551 + 6.667 is 12.222100000000001; the engine calculates in decimals. */
import type { BaseValueObject } from '@univerjs/engine-formula';
import type { UniverParts } from './load-univer';

type NumberValue = UniverParts['NumberValueObject'];

const OPERATIONS = {
  plusBy: (left: number, right: number) => left + right,
  minusBy: (left: number, right: number) => left - right,
  multiplyBy: (left: number, right: number) => left * right,
  dividedBy: (left: number, right: number) => left / right,
} as const;

type Operation = keyof typeof OPERATIONS;

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

function inBinary(NumberValueObject: NumberValue, name: Operation): void {
  const { prototype } = NumberValueObject;
  const inDecimals = prototype[name];
  prototype[name] = function (this: InstanceType<NumberValue>, value): BaseValueObject {
    const result = isBlank(value) ? NaN : OPERATIONS[name](this.getValue(), Number(value));
    // What gives no number is an error, and the engine knows which.
    return Number.isFinite(result)
      ? NumberValueObject.create(result)
      : inDecimals.call(this, value);
  };
}

/** Changes the class that is given; functions that round (ROUND, FLOOR …) go on in decimals, as at Google. */
export function calculateInBinary(NumberValueObject: NumberValue): void {
  for (const name of Object.keys(OPERATIONS) as Operation[]) inBinary(NumberValueObject, name); // its own keys
}
