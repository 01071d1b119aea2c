// The quarterly declarations of the enterprises that respond, as files.

import { formatScaled } from '../design/rational.ts';
import type { Declared } from './declared-line.ts';
import type { MonthPlan } from './draw-month.ts';
import { type EnterpriseLine, enterpriseLines, headcountsOf, nilLines } from './enterprise-lines.ts';
import type { Exporter } from './exporter.ts';
import { randomStream } from './random-stream.ts';
import { beginBody, fileName, type Sender, sendDeclaration } from './send-declaration.ts';
import { type Simulation, senderForm } from './simulation.ts';

/** Draws and sends the declarations of a quarter. */
export async function writeEnterprises(
  simulation: Simulation,
  quarter: string,
  plans: readonly MonthPlan[],
): Promise<void> {
  const respondents = simulation.exporters.filter(({ respondent }) => respondent);
  const staffed = respondents.filter(({ sampled }) => !sampled);
  const headcounts = new Map(plans.map(({ month }) => [month, headcountsOf(staffed, month)]));
  for (const exporter of respondents) {
    const lines = enterpriseLines(simulation.domain, exporter, plans, headcounts, simulation.seed);
    if (lines.length > 0) await writeEnterprise(simulation, quarter, exporter, lines);
    else await writeNil(simulation, quarter, exporter, plans);
  }
}

async function writeEnterprise(
  simulation: Simulation,
  period: string,
  { enterprise }: Exporter,
  lines: readonly EnterpriseLine[],
): Promise<void> {
  const { seed, errors, ledger } = simulation;
  const random = randomStream(seed, 'enterprise errors', period, enterprise);
  const sender: Sender = { type: 'enterprise', code: enterprise, period, sequence: 1 };
  const form = senderForm(simulation, enterprise);
  const name = fileName(sender, form);
  if (random.chance(errors / 2) && lines.every(({ counted }) => counted === 0n)) {
    ledger.file(name, '12', 'missing', 'the declaration never comes');
    return;
  }
  const body = beginBody(simulation, sender, form);
  for (const line of lines)
    body.add(doubleDeclared(line, body.lines(), random.chance(errors), name, simulation));
  await sendDeclaration(simulation, sender, body);
}

/** A nil declaration: an answer, not a gap. */
async function writeNil(
  simulation: Simulation,
  period: string,
  exporter: Exporter,
  plans: readonly MonthPlan[],
): Promise<void> {
  const { domain, ledger, errors } = simulation;
  const lines = nilLines(
    domain,
    exporter,
    plans.map(({ month }) => month),
  );
  if (lines.length === 0) return;
  const sender: Sender = { type: 'enterprise', code: exporter.enterprise, period, sequence: 1 };
  const body = beginBody(simulation, sender, senderForm(simulation, exporter.enterprise));
  for (const line of lines) body.add(line);
  ledger.clean(lines.length);
  if (errors > 0) ledger.event(period, '12', 'nil', exporter.enterprise);
  await sendDeclaration(simulation, sender, body);
}

/** Error 2 by an enterprise: what passed through a bank is declared as received abroad too. */
function doubleDeclared(
  { declared, banked, counted, month, segment }: EnterpriseLine,
  at: number,
  wrong: boolean,
  name: string,
  { ledger }: Simulation,
): Declared {
  const double = banked / 10n;
  if (!wrong || double <= 0n) {
    ledger.clean(1);
    return declared;
  }
  ledger.truth(name, at + 1, declared['line_id'] ?? '', {
    truth: {
      error: '2',
      kind: 'double_enterprise',
      field: 'received_abroad',
      trueValue: formatScaled(counted, 2),
      trueMad: counted,
      treatment: 'correct',
    },
    month,
    segment,
    partner: declared['counterparty_country'] ?? '',
  });
  return { ...declared, received_abroad: formatScaled(counted + double, 2) };
}
