// A form that is refused comes again: the page it was on, the reason above it, and every field as it was typed.

import { html, raw } from 'hono/html';
import type { Markup, Route } from './route.ts';

/** Carries the address of the page that a form was on, when the form is shown again elsewhere. */
export const FROM = 'from';

export type Found = { readonly route: Route; readonly params: { readonly [name: string]: string } };

/** The route that shows a page. */
export function pageRoute(routes: readonly Route[], path: string): Found | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (route.method !== 'GET' || pattern.length !== parts.length) continue;
    const fits = pattern.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]));
    if (!fits) continue;
    const named = pattern.flatMap((part, at): [string, string][] =>
      part.startsWith(':') ? [[part.slice(1), decoded(parts[at] ?? '')]] : [],
    );
    return { route, params: Object.fromEntries(named) };
  }
  return undefined;
}

/** A page with a refusal above it and the fields of one of its forms as they were sent. */
export function shownAgain(
  content: Markup,
  reason: { readonly title: string; readonly details: readonly (Markup | string)[] },
  { action, sent, from }: { readonly action: string; readonly sent: URLSearchParams; readonly from: string },
): Markup {
  const list = reason.details.map((each) => html`<li><bdi>${each}</bdi></li>`);
  return html`<div class="told bad" role="alert"><p><strong>${reason.title}</strong></p><ul>${list}</ul></div>
${raw(refilled(String(content), action, sent, from))}`;
}

/** Markup of this office with the fields of the form of an action filled; secrets, files and hidden fields stay as they are. */
export function refilled(markup: string, action: string, sent: URLSearchParams, from: string): string {
  return markup.replaceAll(/<form\b[^>]*>[\s\S]*?<\/form>/g, (form) => {
    const [head = ''] = form.split('>', 1);
    if ((attribute(head, 'action') ?? from.split('?')[0]) !== action) return form;
    const filled = filledFields(form, sent);
    return /\bmethod="post"/.test(head)
      ? filled.replace(
          '</form>',
          () => `<input type="hidden" name="${FROM}" value="${escaped(from)}"></form>`,
        )
      : filled;
  });
}

const UNTYPED = ['hidden', 'password', 'file', 'submit'];

function filledFields(form: string, sent: URLSearchParams): string {
  let select = '';
  return form
    .replaceAll(/<(input|select|option)\b[^>]*>/g, (tag, kind: string) => {
      if (kind === 'select') select = attribute(tag, 'name') ?? '';
      if (kind === 'option') return option(tag, select, sent);
      return kind === 'input' ? input(tag, sent) : tag;
    })
    .replaceAll(/(<textarea\b[^>]*>)([^<]*)/g, (whole, tag: string) => {
      const value = sent.get(attribute(tag, 'name') ?? '');
      return value === null ? whole : `${tag}${escaped(value)}`;
    });
}

function input(tag: string, sent: URLSearchParams): string {
  const name = attribute(tag, 'name') ?? '';
  const type = attribute(tag, 'type') ?? 'text';
  if (UNTYPED.includes(type)) return tag;
  if (type === 'checkbox' || type === 'radio')
    return marked(tag, 'checked', sent.getAll(name).includes(attribute(tag, 'value') ?? 'on'));
  const value = sent.get(name);
  if (value === null) return tag;
  return `${tag.slice(0, -1).replace(/\svalue="[^"]*"/, '')} value="${escaped(value)}">`;
}

function option(tag: string, select: string, sent: URLSearchParams): string {
  return sent.has(select)
    ? marked(tag, 'selected', sent.getAll(select).includes(attribute(tag, 'value') ?? ''))
    : tag;
}

function marked(tag: string, mark: 'checked' | 'selected', on: boolean): string {
  const bare = tag.slice(0, -1).replace(new RegExp(`\\s${mark}\\b`), '');
  return on ? `${bare} ${mark}>` : `${bare}>`;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}

const MARKS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const;

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => MARKS[mark as keyof typeof MARKS]);
}

function plain(text: string): string {
  return Object.entries(MARKS)
    .reverse()
    .reduce((said, [mark, written]) => said.replaceAll(written, mark), text);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
