// The report of an upload: its outcome, its lines by state, and every fault with its place, what was found and what to do.

import { html } from 'hono/html';
import { FIELD_TEXTS } from '../../../design/field-texts.ts';
import { fill, type Language, type Text } from '../../../design/text.ts';
import type { Markup } from '../../route.ts';
import type { FileFault, LineFault, Report, RuleSaid } from '../desk.ts';
import { code, instantText, sentence, sizeText, whole, wholeText } from '../printed.ts';
import { type Cell, pager, table } from '../table.ts';
import { WORDS } from '../words.ts';
import { EFFECTS, REPORT } from '../words-send.ts';
import { balanceTable } from './balance.ts';

export type ReportView = {
  readonly report: Report;
  readonly faults: readonly LineFault[];
  readonly from: number;
  readonly count: number;
  readonly timeZone: string;
};

/** The report; where it is not there yet, how long the queue is. */
export function reportPage(view: ReportView, language: Language): Markup {
  const { report, timeZone } = view;
  return html`<h1>${REPORT.title[language]}</h1>
<p class="eyebrow"><span><bdi>${report.name}</bdi> · ${sizeText(language, report.bytes)} · ${instantText(language, report.at, timeZone)}</span></p>
${verdict(report, language)}
${report.findings.length === 0 ? '' : fileFindings(report, language)}
${report.balance === null ? '' : html`<section><h2>${REPORT.balance[language]}</h2>${balanceTable(report.balance, language)}</section>`}
${report.balance === null && report.faults === 0 ? '' : lineFindings(view, language)}
<p><a href="/declare/file">${WORDS.sendFile[language]}</a> · <a href="/declare/history">${WORDS.history[language]}</a></p>`;
}

function verdict(report: Report, language: Language): Markup {
  const { outcome, purpose, receipt, upload, ahead, envelope } = report;
  if (outcome === null)
    return html`<div class="told" role="status" data-wait><p>${fill(REPORT.waiting[language], { ahead: wholeText(language, ahead ?? 0) })}</p><p><a href="/declare/uploads/${upload}">${REPORT.lookAgain[language]}</a></p></div>`;
  if (outcome === 'failed')
    return html`<div class="told bad" role="status"><p>${REPORT.failed[language]} ${code(upload)}</p></div>`;
  if (outcome === 'refused')
    return html`<div class="told bad" role="status"><p>${(purpose === 'check' ? REPORT.wouldRefuse : REPORT.refused)[language]}</p></div>`;
  if (outcome === 'received' && purpose === 'check')
    return html`<div class="told" role="status"><p>${REPORT.wouldReceive[language]} <a href="/declare/file">${REPORT.declareNow[language]}</a></p></div>`;
  const said =
    outcome === 'received' ? (RECEIVED[envelope?.function ?? ''] ?? REPORT.received) : REPORT.again;
  return html`<div class="told" role="status"><p>${said[language]} ${receipt === null ? '' : html`<a href="/declare/receipts/${receipt}">${code(receipt)}</a>`}</p></div>`;
}

/** What has come about by what was received. */
const RECEIVED: { readonly [kind: string]: Text } = { cancel: REPORT.cancelled, replace: REPORT.replaced };

function fileFindings({ findings }: Report, language: Language): Markup {
  const columns = [
    { title: REPORT.line[language] },
    { title: REPORT.field[language] },
    { title: REPORT.finding[language] },
    { title: REPORT.effect[language] },
  ];
  const rows = findings.map((each): readonly Cell[] => [
    each.line === null ? REPORT.whole[language] : whole(language, each.line),
    each.column === null ? '' : placeText(each.column, language),
    sentence(language, each.message[language]),
    effectMark(effectOf(each), language),
  ]);
  return html`<section><h2>${REPORT.fileFindings[language]}</h2>${table(REPORT.fileFindings[language], columns, rows)}</section>`;
}

/** A field by its name; where the file has no fields, as in XML and JSON, the column of the line in words. */
function placeText(column: string, language: Language): Markup | string {
  return /^\d+$/.test(column) ? fill(REPORT.column[language], { column: isolated(column) }) : code(column);
}

function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}

function lineFindings(view: ReportView, language: Language): Markup {
  const { report, faults, from, count } = view;
  if (report.faults === 0)
    return html`<section><h2>${REPORT.byLine[language]}</h2><p>${REPORT.noFaults[language]}</p></section>`;
  const address = `/declare/uploads/${report.upload}`;
  return html`<section><h2>${REPORT.byRule[language]}</h2>${ruleTable(report, language)}
<p class="files"><a href="${address}/faults/csv">${REPORT.download[language]} (CSV)</a> <a href="${address}/faults/xlsx">${REPORT.download[language]} (XLSX)</a></p></section>
<section><h2>${REPORT.byLine[language]}</h2>${faultTable(faults, language)}
${pager(language, { address, from, count, total: report.faults })}</section>`;
}

function ruleTable({ rules }: Report, language: Language): Markup {
  const columns = [
    { title: REPORT.finding[language] },
    { title: WORDS.lines[language], numeric: true },
    { title: REPORT.field[language] },
    { title: REPORT.effect[language] },
    { title: REPORT.rule[language] },
  ];
  const rows = rules
    .toSorted((a, b) => weight(b) - weight(a) || b.lines - a.lines)
    .map((each): readonly Cell[] => [
      sentence(language, each.message[language]),
      whole(language, each.lines),
      fieldName(each.field, language),
      effectMark(effectOf(each), language),
      code(each.rule),
    ]);
  return table(REPORT.byRule[language], columns, rows);
}

function faultTable(faults: readonly LineFault[], language: Language): Markup {
  const columns = [
    { title: REPORT.line[language] },
    { title: REPORT.yourNumber[language] },
    { title: REPORT.field[language] },
    { title: REPORT.found[language] },
    { title: REPORT.finding[language] },
    { title: REPORT.expected[language] },
    { title: REPORT.effect[language] },
  ];
  const rows = faults.map((each): readonly Cell[] => [
    whole(language, each.line),
    each.lineId === null ? '' : code(each.lineId),
    fieldName(each.field, language),
    each.found === null ? html`<i>${REPORT.nothing[language]}</i>` : code(each.found),
    sentence(language, each.message[language]),
    sentence(language, each.expected?.[language] ?? ''),
    effectMark(effectOf(each), language),
  ]);
  return table(REPORT.byLine[language], columns, rows);
}

/** The heading of a field with the name that files carry. */
function fieldName(field: string, language: Language): Markup {
  const name = FIELD_TEXTS[field]?.name[language];
  return name === undefined ? code(field) : html`${name} <small>${code(field)}</small>`;
}

const ORDER = ['info', 'warning', 'excluded', 'queried', 'rejected', 'fatal'];

function weight(said: RuleSaid): number {
  return ORDER.indexOf(effectOf(said));
}

/** What a finding does, as one word of EFFECTS. */
export function effectOf(finding: RuleSaid | FileFault): string {
  if (finding.severity === 'fatal') return 'fatal';
  const consequence = 'consequence' in finding ? finding.consequence : null;
  return consequence ?? (finding.severity === 'info' ? 'info' : 'warning');
}

const TONES: { readonly [effect: string]: string } = {
  ...{ fatal: 'bad', rejected: 'bad', queried: 'caution', excluded: '', warning: 'caution', info: '' },
};

function effectMark(effect: string, language: Language): Markup {
  return html`<span class="state ${TONES[effect] ?? ''}">${EFFECTS[effect]?.[language] ?? effect}</span>`;
}
