// The settings of orders that are lists: points by place, and shares by source.
import { codesByWord } from '../codes-by-word';
import { TOPICS, type TopicSource } from '../tabs/topics';
import { parseShares } from './shares';

export type SourceShares = ReadonlyMap<TopicSource, number>;

const SOURCE_BY_WORD = codesByWord(TOPICS.columns.source);

const POINTS = /^\d{1,3}(\.\d{1,2})?$/;

/** `3、2、1`: an earlier wish never counts less than a later one. */
export const parsePoints = (cell: string): readonly number[] | undefined => {
  const words = cell.split(/[、,，;；\s]+/).filter((word) => word !== '');
  if (words.length === 0 || !words.every((word) => POINTS.test(word))) return undefined;
  const numbers = words.map(Number);
  const isRising = numbers.some((one, index) => one > (numbers[index - 1] ?? Infinity));
  return isRising ? undefined : numbers;
};

/** `上级部署 40%、本区难点 40%、群众关注 20%`: sources by their words in any language. */
export const parseSourceShares = (cell: string): SourceShares | undefined =>
  parseShares(cell, SOURCE_BY_WORD);
