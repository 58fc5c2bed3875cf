// Without this file each form answers into the frame at the foot of the page; with it the answer is shown with its status.
'use strict';

const byId = (id) => document.getElementById(id);
const panel = byId('answer-panel');
panel.hidden = true;
byId('answer-frame').hidden = true;
byId('answer-text').hidden = false;
byId('answer-close').hidden = false;
byId('answer-close').addEventListener('click', () => { panel.hidden = true; });

for (const form of document.querySelectorAll('form[target=answer]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(form);
  });
}

async function send(form) {
  const button = form.querySelector('button');
  button.setAttribute('aria-busy', 'true');
  try {
    show(await ask(form));
  } catch (failure) {
    show({ ok: false, line: 'No answer', text: String(failure) });
  } finally {
    button.removeAttribute('aria-busy');
  }
}

async function ask(form) {
  const fields = new URLSearchParams(new FormData(form));
  const get = form.method === 'get';
  const address = get ? `${form.action}?${fields}` : form.action;
  const response = await fetch(address, get ? {} : { method: 'POST', body: fields });
  const type = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  return {
    ok: response.ok,
    line: `${response.status} ${response.statusText}`.trim(),
    text: type.includes('html') ? readable(text) : text,
    json: type.includes('json') ? parsed(text) : undefined,
  };
}

function readable(html) {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return body.textContent.replace(/\s*\n\s*/g, '\n').trim();
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function show(answer) {
  panel.hidden = false;
  const status = byId('answer-status');
  status.textContent = answer.line;
  status.className = answer.ok ? 'good' : 'bad';
  byId('answer-text').textContent = answer.json?.message ?? (answer.text || '(no body)');
  if (answer.json?.bags !== undefined) {
    byId('bags').textContent = answer.json.bags;
  }
}
