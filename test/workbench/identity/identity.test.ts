import { describe, expect, it, test } from '@jest/globals';
import { OAuth2Client } from 'google-auth-library';
import { createIssuer, type IdentityIssuer } from '#workbench/identity/issuer';
import { identityRoute } from '#workbench/identity/identity-route';
import type { HttpServer } from '#workbench/server/http-server';
import { ask, withServer } from '../server/ask';

const AUDIENCE = 'the-local-audience';

function serveIdentity(server: HttpServer): IdentityIssuer {
  const issuer = createIssuer(`${server.url}/identity`, AUDIENCE);
  server.mount('identity', identityRoute(issuer));
  return issuer;
}

/** Google's own verifier, pointed at the local certificates. */
async function verify(server: HttpServer, idToken: string) {
  const client = new OAuth2Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: `${server.url}/identity/certs` },
    issuers: [`${server.url}/identity`],
    // The client's own choice is an ES module, which jest does not load.
    transporterOptions: { fetchImplementation: fetch },
  });
  const ticket = await client.verifyIdToken({ idToken, audience: AUDIENCE });
  return ticket.getPayload();
}

async function fetchToken(server: HttpServer, query: string): Promise<string> {
  return (await ask(`${server.url}/identity/token?${query}`)).text;
}

describe('/identity/token', () => {
  it("is accepted by Google's own verifier", () =>
    withServer(async (server) => {
      serveIdentity(server);
      const payload = await verify(server, await fetchToken(server, 'email=clerk%40example.org'));
      expect(payload).toMatchObject({
        iss: `${server.url}/identity`,
        aud: AUDIENCE,
        email: 'clerk@example.org',
        email_verified: true,
      });
      expect(payload?.sub).toMatch(/^\d{21}$/);
      expect((payload?.exp ?? 0) - (payload?.iat ?? 0)).toBe(3600);
    }));

  it('names one person by the same number each time and two by different ones', () => {
    const issuer = createIssuer('issuer', AUDIENCE);
    const subject = (email: string) => claims(issuer.issueToken({ email }))['sub'];
    expect(subject('a@example.org')).toBe(subject('a@example.org'));
    expect(subject('a@example.org')).not.toBe(subject('b@example.org'));
  });

  test.each([
    ['email=a%40example.org&expiresIn=-3600', /Token used too late/],
    ['email=a%40example.org&audience=another', /Wrong recipient/],
  ])('can be made wrong on purpose: %s', (query, reason) =>
    withServer(async (server) => {
      serveIdentity(server);
      await expect(verify(server, await fetchToken(server, query))).rejects.toThrow(reason);
    }),
  );

  it('can carry an address that is not verified', () =>
    withServer(async (server) => {
      serveIdentity(server);
      const token = await fetchToken(server, 'email=a%40example.org&emailVerified=false');
      expect((await verify(server, token))?.email_verified).toBe(false);
    }));

  it("is refused when it carries another key's signature or other claims", () =>
    withServer(async (server) => {
      const issuer = serveIdentity(server);
      const forger = createIssuer(issuer.issuer, AUDIENCE);
      const own = issuer.issueToken({ email: 'clerk@example.org' });
      const foreign = forger.issueToken({ email: 'clerk@example.org' });
      await expect(verify(server, foreign)).rejects.toThrow(/No pem found/);
      const [header, , signature] = own.split('.');
      const otherClaims = foreign.split('.')[1];
      const changed = [
        header,
        Buffer.from(JSON.stringify({ ...claims(own), email: 'admin@example.org' })).toString(
          'base64url',
        ),
        signature,
      ].join('.');
      await expect(verify(server, changed)).rejects.toThrow(/Invalid token signature/);
      await expect(
        verify(server, [header, otherClaims, foreign.split('.')[2]].join('.')),
      ).rejects.toThrow(/Invalid token signature/);
    }));

  test.each([
    '',
    'email=',
    'email=nobody',
    'email=a%40example.org&expiresIn=soon',
    'email=a%40example.org&emailVerified=perhaps',
    'email=a%40example.org&role=admin',
  ])('refuses ?%s', (query) =>
    withServer(async (server) => {
      serveIdentity(server);
      expect((await ask(`${server.url}/identity/token?${query}`)).status).toBe(400);
    }),
  );
});

describe('/identity/certs', () => {
  it('gives the public key by its id and says how long to keep it', () =>
    withServer(async (server) => {
      const issuer = serveIdentity(server);
      const reply = await ask(`${server.url}/identity/certs`);
      expect(reply.headers['cache-control']).toBe('public, max-age=3600');
      expect(JSON.parse(reply.text)).toEqual(issuer.certs);
      const token = issuer.issueToken({ email: 'a@example.org' });
      const { kid } = JSON.parse(
        Buffer.from(token.split('.')[0] ?? '', 'base64url').toString(),
      ) as { kid: string };
      expect(issuer.certs[kid]).toContain('BEGIN PUBLIC KEY');
      expect(reply.text).not.toContain('PRIVATE');
    }));

  it('is only read', () =>
    withServer(async (server) => {
      serveIdentity(server);
      expect((await ask(`${server.url}/identity/certs`, { method: 'POST' })).status).toBe(405);
      expect((await ask(`${server.url}/identity/keys`)).status).toBe(404);
    }));
});

function claims(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}
