// Declaring, by whatever way: what was sent is kept, received and answered; the reader is led to its report.

import type { Language } from '../../design/text.ts';
import { type Answer, type OfficeRequest, redirect } from '../route.ts';
import { declarationText, type Line, type Written } from './declaration-file.ts';
import type { Channel, Declaration, Desk, Purpose, Respondent, Sent } from './desk.ts';

/** How long an answer is waited for before the reader is shown the queue, in milliseconds. */
const PATIENCE = 15_000;

export type Sending = {
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly name: string;
  readonly sent: Sent;
};

/** Keeps what was sent and waits for its answer a while; returns the identifier of the upload. */
export async function send(
  desk: Desk,
  request: OfficeRequest,
  { purpose, channel, name, sent }: Sending,
  patience = PATIENCE,
): Promise<string> {
  const { account, language } = request;
  if (account.respondent === null) throw new Error(`account ${account.name} declares for nobody`);
  const upload = { purpose, channel, name, language, actor: account.name, respondent: account.respondent };
  const id = await desk.upload(upload, sent, (subject) =>
    request.record({ subject, after: { purpose, channel } }),
  );
  await desk.answered(id, patience);
  return id;
}

/** The same, and then the report of it. */
export async function sendAndShow(desk: Desk, request: OfficeRequest, sending: Sending): Promise<Answer> {
  return redirect(`/declare/uploads/${await send(desk, request, sending)}`);
}

/** A declaration that the portal writes itself, as something to send. */
export function written(
  desk: Desk,
  respondent: Respondent,
  language: Language,
  what: Pick<Written, 'period' | 'function' | 'replaces'> & { readonly lines: readonly Line[] },
): { readonly name: string; readonly sent: Sent } {
  const sequence = desk.nextSequence(respondent, what.period);
  const declaration = { ...what, respondent, sequence, language };
  const text = declarationText({ ...declaration, synthetic: desk.synthetic, at: desk.clock() });
  return { name: `${respondent.sender}-${what.period}-${sequence}.json`, sent: { text } };
}

/** A cancellation of a declaration. */
export function cancellation(
  desk: Desk,
  respondent: Respondent,
  language: Language,
  { period, sequence }: Declaration,
): ReturnType<typeof written> {
  return written(desk, respondent, language, { period, function: 'cancel', replaces: sequence, lines: [] });
}
