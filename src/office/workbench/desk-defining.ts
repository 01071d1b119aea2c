// What the workbench is told of the definitions in force on a day: register, holdings, rates, calendar.

import type { Holding } from '../../design/domain.ts';
import type { EntryRequest } from '../../design/register-entry.ts';
import type { Recording } from './desk-editing.ts';

export type RegisterRow = {
  readonly enterprise: string;
  readonly ice: string;
  readonly name: string;
  readonly holding: string | null;
  readonly segment: string;
  readonly other_segment: string | null;
  readonly size: string;
  readonly export_zone: boolean;
  readonly respondent: boolean;
  readonly valid_from: string;
  readonly valid_to: string | null;
};
export type RegisterChangeRow = {
  readonly seq: number;
  readonly enterprise: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly valid_from: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
};
export type RegisterAsked = {
  readonly day: string | null;
  /** A part of a name or number; empty for all. */
  readonly text: string;
  readonly segment: string;
  readonly holding: string;
  readonly page: number;
};
export type RegisterView = {
  readonly day: string;
  readonly asked: RegisterAsked;
  readonly rows: readonly RegisterRow[];
  readonly total: number;
  readonly size: number;
  readonly segments: readonly string[];
  readonly holdings: readonly HoldingRow[];
  readonly changes: readonly RegisterChangeRow[];
};
export type HoldingRow = {
  readonly code: string;
  readonly name: string;
  readonly members: number;
};
export type EnterpriseView = {
  readonly enterprise: string;
  readonly day: string;
  /** Every entry, the one in force on the day marked. */
  readonly entries: readonly (RegisterRow & { readonly inForce: boolean })[];
  readonly changes: readonly RegisterChangeRow[];
  readonly successor: string | null;
  readonly fields: readonly string[];
  readonly segments: readonly string[];
  readonly holdings: readonly { readonly code: string; readonly name: string }[];
};
export type RegisterRequest = {
  readonly enterprise: string;
  readonly field: string;
  /** Null empties the field. */
  readonly to: string | null;
  readonly from: string;
  readonly reason: string;
  readonly author: string;
};
/** Who adds something to the register, and why. */
export type AddGround = { readonly author: string; readonly reason: string };
export type RatesView = {
  readonly day: string;
  /** The month in force on the day; null when the day has no rate. */
  readonly month: string | null;
  readonly months: readonly string[];
  readonly rows: readonly {
    readonly currency: string;
    readonly name: { readonly ar: string; readonly fr: string; readonly en: string };
    readonly rate: string | null;
    /** The month before. */
    readonly before: string | null;
  }[];
};
export type CalendarView = {
  readonly day: string;
  readonly rows: readonly {
    readonly kind: string;
    readonly period: string;
    readonly due: string;
    readonly declarant: string | null;
    readonly vintage: string | null;
    /** Whole days until it is due; negative when it has passed. */
    readonly days: number;
  }[];
};

export type Defining = {
  readonly register: (asked: RegisterAsked) => Promise<RegisterView>;
  readonly enterprise: (enterprise: string, day: string | null) => Promise<EnterpriseView>;
  readonly changeRegister: (request: RegisterRequest, record: Recording) => RegisterChangeRow;
  /** Adds an enterprise; returns its nine digits. */
  readonly addEnterprise: (request: EntryRequest, ground: AddGround, record: Recording) => string;
  readonly addHolding: (holding: Holding, ground: AddGround, record: Recording) => void;
  readonly rates: (day: string | null) => Promise<RatesView>;
  readonly calendar: (day: string | null) => Promise<CalendarView>;
};
