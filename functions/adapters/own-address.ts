import type { Config } from '../config';
import { deploymentAddress } from './google-clients';

/** Which account the deployment itself has; looked up once. Null when it is unknown: ranges are protected without it then. */
export function ownAddressOf({
  sheetsAccount,
  isGoogle,
}: Pick<Config, 'sheetsAccount' | 'isGoogle'>): () => Promise<string | null> {
  let asked: Promise<string | null> | undefined;
  return () => {
    if (sheetsAccount !== null || !isGoogle) return Promise.resolve(sheetsAccount);
    return (asked ??= deploymentAddress().catch(() => null));
  };
}
