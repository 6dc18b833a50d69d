/** Opens an address in the user's browser; where there is none, nothing happens. */
import { spawn } from 'node:child_process';

export function openBrowser(
  url: string,
  { platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process,
): void {
  const [command, ...args] = commandFor(platform, url);
  const child = spawn(command, args, { env, detached: true, stdio: 'ignore' });
  // No such command: the address is printed anyway.
  child.on('error', () => undefined);
  child.unref();
}

function commandFor(platform: NodeJS.Platform, url: string): [string, ...string[]] {
  if (platform === 'darwin') return ['open', url];
  // The first quoted text after "start" is a window title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return ['xdg-open', url];
}
