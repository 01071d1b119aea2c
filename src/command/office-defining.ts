// Register, holdings, rates and calendar for the pages of staff, each as it is in force on a day.

import { type Domain, inForce, type RegisterEntry } from '../design/domain.ts';
import { absence } from '../design/refusal.ts';
import { REGISTER_FIELDS, registerText } from '../design/register-change.ts';
import type {
  CalendarView,
  Defining,
  EnterpriseView,
  HoldingRow,
  RatesView,
  RegisterAsked,
  RegisterChangeRow,
  RegisterRow,
  RegisterView,
} from '../office/workbench/desk-defining.ts';
import type { Bench } from './office-workbench.ts';
import { changeRegister, domainNow, registerChanges } from './register.ts';
import { addEnterprise, addHolding } from './register-entry.ts';

const PAGE = 100;

/** The part of the desk that is about definitions. */
export function definingOf(bench: Bench): Defining {
  const { workspace, effects } = bench;
  return {
    register: async (asked) => registerView(bench, asked),
    enterprise: async (enterprise, day) => enterpriseView(bench, enterprise, dayOf(bench, day)),
    changeRegister: (request, record) =>
      workspace.store.transaction(() => {
        const seq = changeRegister(workspace, request, effects.clock());
        const row = registerChanges(workspace).find((each) => each.seq === seq) as RegisterChangeRow;
        const { enterprise, field, before, after, valid_from, reason } = row;
        const subject = `enterprise ${enterprise}`;
        record({ subject, before: { [field]: before }, after: { [field]: after, valid_from, reason } });
        return row;
      }),
    addEnterprise: (request, ground, record) =>
      workspace.store.transaction(() => {
        const enterprise = addEnterprise(workspace, request, { ...ground, at: effects.clock() });
        const after = { ...request, reason: ground.reason };
        record({ subject: `enterprise ${enterprise}`, before: null, after });
        return enterprise;
      }),
    addHolding: (holding, ground, record) =>
      workspace.store.transaction(() => {
        addHolding(workspace, holding, { ...ground, at: effects.clock() });
        const after = { name: holding.name, reason: ground.reason };
        record({ subject: `holding ${holding.code}`, before: null, after });
      }),
    rates: async (day) => ratesView(workspace.domain, dayOf(bench, day)),
    calendar: async (day) => calendarView(workspace.domain, dayOf(bench, day)),
  };
}

/** The day asked for, or today. */
function dayOf({ effects }: Bench, given: string | null): string {
  const isDay = given !== null && /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given));
  return isDay ? given : effects.clock().slice(0, 10);
}

function registerView(bench: Bench, asked: RegisterAsked): RegisterView {
  const day = dayOf(bench, asked.day);
  const domain = domainNow(bench.workspace);
  const standing = domain.register.filter((entry) => inForce(entry, day));
  const found = standing.filter((entry) => isAsked(entry, asked));
  return {
    ...{ day, asked, size: PAGE, total: found.length },
    rows: found.slice((asked.page - 1) * PAGE, asked.page * PAGE).map(registerRow),
    segments: segmentsOf(domain),
    holdings: holdingsOf(domain, standing),
    changes: registerChanges(bench.workspace).toReversed().slice(0, 50),
  };
}

function isAsked(entry: RegisterEntry, { text, segment, holding }: RegisterAsked): boolean {
  const words = `${entry.name} ${entry.ice}`.toLowerCase();
  return (
    words.includes(text.toLowerCase()) &&
    (segment === '' || entry.segment === segment || entry.otherSegment === segment) &&
    (holding === '' || entry.holding === holding)
  );
}

function holdingsOf({ holdings }: Domain, standing: readonly RegisterEntry[]): readonly HoldingRow[] {
  const members = Map.groupBy(standing, ({ holding }) => holding);
  return holdings.map(({ code, name }) => ({ code, name, members: members.get(code)?.length ?? 0 }));
}

function segmentsOf({ segments }: Domain): readonly string[] {
  return [...new Set(segments.map(({ code }) => code))];
}

function registerRow(entry: RegisterEntry): RegisterRow {
  const { enterprise, ice, name, segment, otherSegment, size, exportZone, respondent } = entry;
  return {
    ...{ enterprise, ice, name, segment, size, respondent },
    ...{ holding: registerText(entry, 'holding'), other_segment: otherSegment, export_zone: exportZone },
    ...{ valid_from: entry.validFrom, valid_to: entry.validTo },
  };
}

function enterpriseView({ workspace }: Bench, enterprise: string, day: string): EnterpriseView {
  const domain = domainNow(workspace);
  const entries = domain.register.filter((entry) => entry.enterprise === enterprise);
  if (entries.length === 0) throw absence('not_in_register', { enterprise });
  const changes = registerChanges(workspace).filter((change) => change.enterprise === enterprise);
  return {
    ...{ enterprise, day, changes: changes.toReversed() },
    entries: entries.map((entry) => ({ ...registerRow(entry), inForce: inForce(entry, day) })),
    successor: changes.findLast(({ field }) => field === 'successor')?.after ?? null,
    fields: REGISTER_FIELDS,
    segments: segmentsOf(domain),
    holdings: domain.holdings,
  };
}

function ratesView({ rates, currencies }: Domain, day: string): RatesView {
  const months = [...new Set(rates.map(({ month }) => month))].sort();
  const month = months.includes(day.slice(0, 7)) ? day.slice(0, 7) : null;
  const before = month === null ? undefined : months[months.indexOf(month) - 1];
  const rateOf = (currency: string, of: string | null | undefined) =>
    rates.find((rate) => rate.currency === currency && rate.month === of)?.rate ?? null;
  const quoted = new Set(rates.map(({ currency }) => currency));
  return {
    ...{ day, month, months: months.toReversed() },
    rows: currencies
      .filter(({ code }) => quoted.has(code))
      .map(({ code, name }) => ({
        ...{ currency: code, name },
        ...{ rate: rateOf(code, month), before: rateOf(code, before) },
      })),
  };
}

function calendarView({ calendar }: Domain, day: string): CalendarView {
  const days = (due: string) => Math.round((Date.parse(due) - Date.parse(day)) / 86_400_000);
  const rows = calendar.map((entry) => ({ ...entry, days: days(entry.due) }));
  return { day, rows: rows.sort((a, b) => (a.due < b.due ? 1 : a.due > b.due ? -1 : 0)) };
}
