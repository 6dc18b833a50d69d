/**
 * Chooses between the answers Google may give where nothing public says which (`model/quirks.ts`), for tests that must
 * hold either way. Admin path, no credentials: `PUT /quirks {"deleteWithoutMatch":"refused"}` sets what it names,
 * `GET /quirks` shows all, `DELETE /quirks` goes back to the server's own answers.
 */
import { invalid } from '../api-error';
import { isObject, type Json } from '../json';
import { OWN_ANSWERS, QUIRKS, type QuirkName, type Quirks } from '../model/quirks';

export class QuirkSwitches {
  private set = OWN_ANSWERS;

  get current(): Quirks {
    return this.set;
  }

  choose(quirks: Partial<Quirks>): void {
    this.set = { ...this.set, ...quirks };
  }

  administer(verb: string, body: Json): object {
    if (verb === 'PUT') this.choose(readQuirks(body));
    else if (verb === 'DELETE') this.set = OWN_ANSWERS;
    else if (verb !== 'GET') throw invalid(`/quirks takes GET, PUT and DELETE, not ${verb}.`);
    return this.set;
  }
}

function readQuirks(body: Json): Partial<Quirks> {
  if (!isObject(body)) throw invalid('/quirks takes an object.');
  for (const [name, value] of Object.entries(body)) {
    if (!isQuirk(name)) throw invalid(`/quirks knows no ${name}.`);
    const answers: readonly unknown[] = QUIRKS[name];
    if (!answers.includes(value)) throw invalid(`${name} is one of ${answers.join(', ')}.`);
  }
  return body; // each name and value was compared with the table
}

const isQuirk = (name: string): name is QuirkName => Object.hasOwn(QUIRKS, name);
