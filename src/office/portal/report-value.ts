// A report as a value for programs.

import type { LineFault, Report, RuleSaid } from './desk.ts';

/** The report of an upload. */
export function reportValue(report: Report): { readonly [member: string]: unknown } {
  const { upload, purpose, channel, name, bytes, sha256, at, ahead, outcome, receipt, balance } = report;
  return {
    ...{ upload, purpose, channel, file: name, bytes, sha256, at },
    ...{ outcome: outcome ?? 'waiting', ahead, receipt, envelope: report.envelope },
    lines:
      balance === null
        ? null
        : {
            received: balance.received,
            states: Object.fromEntries(balance.states.map(({ state, lines }) => [state, lines])),
            as_of: balance.from,
          },
    findings: report.findings,
    rules: report.rules.map((each) => ({ ...said(each), lines: each.lines })),
    faults: report.faults,
    links: { self: `/api/v1/uploads/${upload}`, faults: `/api/v1/uploads/${upload}/faults` },
  };
}

/** A fault of a line. */
export function faultValue(fault: LineFault): object {
  const { line, lineId, found } = fault;
  return {
    line,
    line_id: lineId,
    found,
    ...said(fault),
    expected: fault.expected,
  };
}

function said({ rule, field, severity, consequence, message }: RuleSaid): object {
  return { rule, field, severity, consequence, message };
}
