// A route of the office is a value: its address, who may take it, whose object it touches, what it does. The whole office is
// one list of them, from which the authorisation table is made, and which `guard.ts` alone enforces.

import type { html } from 'hono/html';
import type { Language, Text } from '../design/text.ts';
import type { ReceivedFile } from '../engine/upload.ts';
import type { Account, Respondent } from './accounts/account.ts';
import type { Role, Scope } from './accounts/role.ts';

export type Markup = ReturnType<typeof html>;

/**
 * `half-signed-in`: any session, also one that still owes its second factor; `code`: one that owes a code of it, and no
 * other; `enrolment`: one that has yet to set it up, or a whole one.
 */
export type Access = 'anyone' | 'half-signed-in' | 'code' | 'enrolment' | 'signed-in' | readonly Role[];

export type Route = {
  readonly method: 'GET' | 'POST';
  /** Such as `/declarations/:receipt`. */
  readonly path: string;
  readonly access: Access;
  /**
   * Whose object the address names; undefined when there is no such object. A declarant reaches its own alone, and is told
   * of others that they do not exist. A route that a declarant may take and that names an object must have it.
   */
  readonly owner?: (request: OfficeRequest) => Respondent | undefined;
  /** What an API token must be good for; without it, no token takes this route. */
  readonly scope?: Scope;
  /** What the body may be: fields of a form (up to 256 kB), or files as well, which are streamed to disk. */
  readonly body?: 'form' | 'files';
  /** The name of what is done, in the audit log; a route that changes something must have it. */
  readonly act?: string;
  /** A place in the menu, for those who may take it. */
  readonly menu?: Text;
  readonly answer: (request: OfficeRequest) => Answer | Promise<Answer>;
};

/** What was changed, for the audit log. Never a secret. */
export type Change = {
  readonly subject: string;
  /** By default the act of the route. */
  readonly action?: string;
  readonly detail?: object | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
};

export type OfficeRequest = {
  /** `GUEST` where nobody has signed in. */
  readonly account: Account;
  readonly language: Language;
  /** The address without its query. */
  readonly path: string;
  /** The parts of the address that the route names. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  /** A field of the form, without spaces around it; undefined when it is not there. */
  readonly field: (name: string) => string | undefined;
  readonly fields: URLSearchParams;
  /** Files that were sent; they are removed after the answer: move what is to stay. */
  readonly files: readonly ReceivedFile[];
  readonly header: (name: string) => string | undefined;
  readonly at: string;
  /** To be sent back by every form, in the field `csrf` (`csrfField`). */
  readonly csrf: string;
  /** Whether a program asks, and is answered in JSON. */
  readonly api: boolean;
  /** Where the office is reached, such as `https://office.example`. */
  readonly origin: string;
  /** Writes the change into the audit log now, within the transaction that makes it; returns the number of the entry. */
  readonly record: (change: Change) => number;
  readonly visit: Visit;
};

/** How somebody is here: what the cookies and headers of a request say. */
export type Visit = {
  readonly session: string | undefined;
  readonly stage: 'none' | 'code' | 'enrolment' | 'full' | 'token';
  readonly scopes: readonly Scope[];
  /** What an errand at another site has left in a cookie. */
  readonly errand?: string | undefined;
  /** Where the request comes from, for limits. */
  readonly client: string;
};

export type Page = {
  readonly title: string;
  readonly content: Markup;
  /** 200 unless said otherwise. */
  readonly status?: 200 | 400 | 403 | 404 | 409 | 429 | 500;
  /** Names of scripts that help; the page works without. */
  readonly scripts?: readonly string[];
  /** Seconds after which it comes again by itself, while something goes on. */
  readonly refresh?: number;
  /** Takes the whole width of the window. */
  readonly wide?: boolean;
};

export type Answer =
  | {
      readonly kind: 'page';
      readonly page: Page;
      readonly session?: NewSession;
      /** Seconds after which it may be asked again. */
      readonly retryAfter?: number;
    }
  | {
      readonly kind: 'redirect';
      readonly to: string;
      readonly notice?: Text;
      readonly session?: NewSession;
    }
  /** Sends the reader to another site, with an errand that the browser brings back. */
  | { readonly kind: 'depart'; readonly to: string; readonly errand: string }
  | {
      readonly kind: 'json';
      readonly value: unknown;
      readonly status: number;
      readonly retryAfter?: number;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly body: Uint8Array | ReadableStream<Uint8Array>;
      /** Shown in a frame of the office, without scripts; otherwise saved. */
      readonly inline: boolean;
    };

/** What the session's cookie holds from now on; null: nothing. */
export type NewSession = string | null;

/** A page. */
export function page(content: Page): Answer {
  return { kind: 'page', page: content };
}

/** Sends the reader to another address of the office, where the notice is shown once. */
export function redirect(to: string, notice?: Text): Answer {
  return notice === undefined ? { kind: 'redirect', to } : { kind: 'redirect', to, notice };
}

/** An answer for programs. */
export function json(value: unknown, status = 200): Answer {
  return { kind: 'json', value, status };
}

/** A file to save. */
export function download(name: string, type: string, body: Uint8Array | ReadableStream<Uint8Array>): Answer {
  return { kind: 'file', name, type, body, inline: false };
}

/** A document shown within a frame of the office: styles of its own, no scripts. */
export function framed(name: string, type: string, body: Uint8Array): Answer {
  return { kind: 'file', name, type, body, inline: true };
}
