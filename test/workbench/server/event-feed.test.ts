import { describe, expect, it } from '@jest/globals';
import { openEventFeed } from '#workbench/server/event-feed';
import { withServer } from './ask';

describe('the event feed', () => {
  it('sends every listener what happened, in order', () =>
    withServer(async (server) => {
      const feed = openEventFeed();
      server.mount('events', feed.route);
      const streams = await Promise.all([listen(server.url), listen(server.url)]);
      feed.publish('mail', { id: '000001' });
      feed.publish('select', { sheetId: 7, a1: "'花名册'!C4" });
      feed.close();
      for (const stream of streams) {
        expect(await stream.rest()).toBe(
          'event: mail\ndata: {"id":"000001"}\n\n' +
            'event: select\ndata: {"sheetId":7,"a1":"\'花名册\'!C4"}\n\n',
        );
      }
    }));

  it('forgets a listener that has gone', () =>
    withServer(async (server) => {
      const feed = openEventFeed();
      server.mount('events', feed.route);
      const stream = await listen(server.url);
      await stream.leave();
      feed.publish('mail', { id: null });
      feed.close();
    }));

  it('is only read', () =>
    withServer(async (server) => {
      const feed = openEventFeed();
      server.mount('events', feed.route);
      expect((await fetch(`${server.url}/events`, { method: 'POST' })).status).toBe(405);
      feed.close();
    }));
});

async function listen(url: string) {
  const response = await fetch(`${url}/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('retry: 1000\n\n');
  return {
    async rest(): Promise<string> {
      let text = '';
      for (;;) {
        const part = await reader?.read();
        if (part?.value === undefined) return text;
        text += part.value;
      }
    },
    leave: () => reader?.cancel(),
  };
}
