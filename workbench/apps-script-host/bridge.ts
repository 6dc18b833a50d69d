/** The script that gives the sidebar `google.script`, over HTTP instead of Google's own channel. */

const BRIDGE = `(function (functions, runUrl) {
  function illegal(value) {
    if (value === null || value === undefined || /^(string|number|boolean)$/.test(typeof value)) return false;
    if (Array.isArray(value)) return value.some(illegal);
    var plain = Object.prototype.toString.call(value) === '[object Object]' &&
      [Object.prototype, null].indexOf(Object.getPrototypeOf(value)) >= 0;
    return !plain || Object.keys(value).some(function (key) { return illegal(value[key]); });
  }
  function call(name, args, handlers) {
    var wrong = args.findIndex(illegal);
    if (wrong >= 0) throw new TypeError('Failed due to illegal value in property: ' + wrong);
    fetch(runUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ function: name, args: args })
    }).then(function (response) { return response.json(); }).then(function (answer) {
      if (answer.ok) return handlers.success && handlers.success(answer.value, handlers.user);
      var error = Object.assign(new Error(answer.message || answer.detail), { name: answer.name || 'Error' });
      if (!handlers.failure) throw error;
      handlers.failure(error, handlers.user);
    }, function () {
      var error = new Error('NetworkError: Connection failure');
      if (!handlers.failure) throw error;
      handlers.failure(error, handlers.user);
    });
  }
  function runner(handlers) {
    function having(key) {
      return function (value) {
        var more = {};
        more[key] = value;
        return runner(Object.assign({}, handlers, more));
      };
    }
    var run = {
      withSuccessHandler: having('success'),
      withFailureHandler: having('failure'),
      withUserObject: having('user')
    };
    functions.forEach(function (name) {
      run[name] = function () { call(name, Array.prototype.slice.call(arguments), handlers); };
    });
    return run;
  }
  function tellPage(message) { parent.postMessage({ sidebar: message }, location.origin); }
  window.google = { script: {
    run: runner({}),
    host: {
      origin: location.origin,
      close: function () { tellPage('close'); },
      editor: { focus: function () { tellPage('focus-editor'); } },
      setWidth: function () {},
      setHeight: function () {}
    }
  } };
})`;

/** Puts the bridge before everything of the sidebar's own that runs. */
export function withBridge(html: string, functions: readonly string[], runUrl: string): string {
  const script = `<script>${BRIDGE}(${inScript(functions)}, ${inScript(runUrl)});</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) return script + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}

/** JSON that cannot end the script element around it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
