/** `ScriptApp`: the user's identity token, and triggers on edits; other triggers are not emulated. */
import type { Emulate } from '../emulate';
import type { HostCalls, TriggerFacts } from '../protocol';

/** Triggers given to `deleteTrigger` are objects of the script; this finds which they are. */
const idOf = new WeakMap<object, string>();

export function createScriptApp(emulate: Emulate, host: HostCalls): object {
  const wrap = ({ id, functionName }: TriggerFacts): object => {
    const trigger = emulate('Trigger', {
      getUniqueId: () => id,
      getHandlerFunction: () => functionName,
    });
    idOf.set(trigger, id);
    return trigger;
  };
  const create = (functionName: string) => wrap(host.addTrigger(functionName));
  return emulate('ScriptApp', {
    getIdentityToken: () => host.identityToken(),
    getProjectTriggers: () => host.readTriggers().map(wrap),
    /** There is one workbook. */
    getUserTriggers: () => host.readTriggers().map(wrap),
    deleteTrigger(trigger: object) {
      const id = idOf.get(trigger);
      if (id === undefined) throw new Error('deleteTrigger takes a trigger.');
      host.removeTrigger(id);
    },
    newTrigger: (functionName: string) =>
      emulate('TriggerBuilder', {
        forSpreadsheet: () =>
          emulate('SpreadsheetTriggerBuilder', {
            onEdit: () =>
              emulate('SpreadsheetTriggerBuilder', { create: () => create(functionName) }),
          }),
      }),
  });
}
