import type { OrderClaim } from '#core/topics/plan-orders';
import { tidy } from '#core/text/clean';
import type { Settings } from '#core/workbook/read/settings';
import { AppError } from '../../errors';

/** In characters. */
export const LONGEST_WISH = 100;

/** The fields of the form for the first wish, the second and so on. */
export function topicFields({ ordersMost }: Pick<Settings, 'ordersMost'>): readonly string[] {
  return Array.from({ length: ordersMost }, (_, index) => `topic${index + 1}`);
}

/** A wish that is left out makes room for the next. Throws `AppError` badOrder. */
export function readOrder(
  form: URLSearchParams,
  settings: Settings,
): Pick<OrderClaim, 'topicIds' | 'wish'> {
  const wish = tidy(form.get('wish') ?? '');
  if (form.get('action') !== 'order' || Array.from(wish).length > LONGEST_WISH)
    throw new AppError('badOrder');
  const chosen = topicFields(settings).map((name) => form.get(name) ?? '');
  return { topicIds: [...new Set(chosen.filter((id) => id !== ''))], wish };
}
