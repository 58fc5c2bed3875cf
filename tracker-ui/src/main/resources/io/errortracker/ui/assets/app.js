// Makes quicker what links and forms already do. Nothing here is needed to read or to work.
(() => {
  'use strict';

  // htmx parses answers of our own server; it may make nodes of them, never scripts.
  if (window.trustedTypes && !window.trustedTypes.defaultPolicy) {
    window.trustedTypes.createPolicy('default', { createHTML: (html) => html });
  }

  const root = document.documentElement;
  const $ = (selector) => document.querySelector(selector);
  const $$ = (selector) => Array.from(document.querySelectorAll(selector));
  const base = () => document.body.dataset.base;

  function remember(name, value) {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; Path=${base()}; Max-Age=31536000; SameSite=Lax${secure}`;
  }

  // Times: relative to now, absolute on hover, in the reader's zone.
  const absolute = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
  });

  function span(minutes) {
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
    const days = Math.floor(minutes / 1440);
    if (days < 60) return `${days} d`;
    return days < 730 ? `${Math.floor(days / 30)} mo` : `${Math.floor(days / 365)} y`;
  }

  // The server's clock counts: a reader's clock that is wrong makes no time wrong.
  const skew = new Map();

  function tellTimes() {
    const now = Date.now();
    for (const time of $$('time[datetime]')) {
      const when = new Date(time.dateTime);
      time.title = absolute.format(when);
      if (!skew.has(time)) skew.set(time, now);
    }
  }

  function ageTimes() {
    for (const [time, seen] of skew) {
      if (!time.isConnected) {
        skew.delete(time);
        continue;
      }
      const passed = Math.round((Date.now() - seen) / 60000);
      const told = /^(\d+) min ago$|^just now$/.exec(time.dataset.told || time.textContent);
      if (told && passed > 0) {
        time.dataset.told = time.dataset.told || time.textContent;
        time.textContent = `${span(Number(told[1] || 0) + passed)} ago`;
      }
    }
  }

  function tellZone() {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && /^[A-Za-z0-9_+\-/]+$/.test(zone) && zone !== root.dataset.zone) {
      remember('errortracker-zone', zone.replaceAll('/', '%2F'));
    }
  }

  // What was just done is told once.
  function forgetWhatWasDone() {
    const address = new URL(location.href);
    if (address.searchParams.has('done')) {
      for (const name of ['done', 'ids', 'was']) address.searchParams.delete(name);
      history.replaceState(history.state, '', address);
    }
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('[data-theme-switch]') || !event.submitter) return;
    event.preventDefault();
    const theme = event.submitter.value;
    root.dataset.theme = theme;
    remember('errortracker-theme', theme);
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === event.submitter));
    }
  });

  // A filter applies as soon as it is chosen; what is left open stays out of the address.
  document.addEventListener('change', (event) => {
    if (event.target.matches('select.narrow') && event.target.form) event.target.form.requestSubmit();
  });

  document.addEventListener('htmx:configRequest', (event) => {
    const { verb, formData } = event.detail;
    if (verb !== 'get' || !formData) return;
    for (const [name, value] of Array.from(formData)) {
      if (value === '') formData.delete(name);
    }
  });

  async function copied(link) {
    const own = link.hash ? $(link.hash) : null;
    if (own) return own.textContent;
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  }

  // Copy buttons are links to the text they copy, on this page or elsewhere.
  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[data-copy]');
    if (!link || !navigator.clipboard || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const label = link.textContent;
    try {
      await navigator.clipboard.writeText(await copied(link));
      link.textContent = 'Copied';
    } catch {
      location.assign(link.href);
    }
    setTimeout(() => { link.textContent = label; }, 1500);
  });

  // Keys
  function isTyping(target) {
    return target.closest('input:not([type=checkbox]), select, textarea, dialog[open]') !== null;
  }

  function move(by) {
    const rows = $$('.issues .open');
    if (rows.length === 0) {
      const link = $(by > 0 ? 'a[data-key=older]' : 'a[data-key=newer]');
      if (link) link.click();
      return;
    }
    const row = document.activeElement.closest('.row');
    const at = row ? rows.findIndex((link) => row.contains(link)) : (by > 0 ? -1 : rows.length);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  function tick() {
    const row = document.activeElement.closest('.row');
    const box = row && row.querySelector('input[type=checkbox]');
    if (box) box.click();
  }

  function act(action) {
    const own = $(`button[data-key=${action}]`);
    if (own) {
      own.click();
      return;
    }
    const bulk = $(`.bulkbar button[value=${action}]`);
    if (!bulk) return;
    if (!$('#bulk input:checked')) tick();
    if ($('#bulk input:checked')) bulk.click();
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: tick,
    r: () => act('resolve'),
    i: () => act('ignore'),
    u: () => { const up = $('a[data-key=up]'); if (up) up.click(); },
    '/': () => { const search = $('#q'); if (search) { search.focus(); search.select(); } else location.assign(`${base()}/`); },
    '?': () => { const help = $('#keys'); if (help) help.showModal(); },
  };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.id === 'q') {
      event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = keys[event.key];
    if (key) {
      event.preventDefault();
      key();
    }
  });

  function arrive() {
    tellTimes();
    forgetWhatWasDone();
  }

  document.addEventListener('DOMContentLoaded', () => {
    tellZone();
    arrive();
  });
  document.addEventListener('htmx:afterSettle', arrive);
  setInterval(ageTimes, 30000);
})();
