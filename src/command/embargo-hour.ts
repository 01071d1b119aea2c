// The hour of a release as a person writes it. It names an instant, so its offset must be the one that the office's
// clocks have on that day: in Morocco UTC+1, and UTC+0 in Ramadan. A wrong one would publish an hour early.

import { refusal } from '../design/refusal.ts';

/** Refuses an hour that is no instant, or that another offset than the zone has then would make a slip of. */
export function refuseUnfitHour(hour: string, timeZone: string): void {
  const [, offset] = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(hour) ?? [];
  if (offset === undefined || Number.isNaN(Date.parse(hour))) throw refusal('hour_form', { hour });
  const own = offsetAt(Date.parse(hour), timeZone);
  if (offset === 'Z' || offset === own) return;
  throw refusal('hour_offset', { hour, zone: timeZone, own, right: `${hour.slice(0, -6)}${own}` });
}

/** The offset of a zone at an instant, such as `+01:00`. */
function offsetAt(instant: number, timeZone: string): string {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const offset = (name ?? 'GMT').replace('GMT', '');
  return offset === '' ? '+00:00' : offset;
}
