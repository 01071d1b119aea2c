// The number by which a spreadsheet keeps a day: it comes out where a column of days has no format of dates.

import { saidOf } from './saying.ts';
import type { Text } from './text.ts';

/** What is to be done about a day that is written as a number, and which day it would be; undefined for anything else. */
export function dayNumberText(found: string): Text | undefined {
  const day = dayOfNumber(found);
  return day === undefined ? undefined : saidOf(DAY_NUMBER, { day });
}

const DAY_NUMBER: Text = {
  ar: 'تاريخ. تحمل الخانة رقم يوم كما تحسبه برامج الجداول، وهو يوافق {day}: نسّقوا العمود على أنه تاريخ، أو اكتبوا سنة-شهر-يوم، أي {day}.',
  fr: 'Une date. La cellule contient le numéro de jour d’un tableur, qui serait {day}\u00a0: mettez la colonne au format de date, ou écrivez année-mois-jour, soit {day}.',
  en: 'A date. The cell holds the day number of a spreadsheet, which would be {day}: format the column as a date, or write it as YYYY-MM-DD, here {day}.',
};

/** From 1954 to 2119: outside of them a number of five digits is hardly meant for a day. */
const FIRST = 20_000;
const LAST = 80_000;
/** Spreadsheets count from 30 December 1899, since they take 1900 for a leap year. */
const ORIGIN = Date.UTC(1899, 11, 30);
const MILLISECONDS = 86_400_000;

/** The day of a number in ISO form; the part of the day behind its point is left out. */
function dayOfNumber(found: string): string | undefined {
  const number = /^\d{5}(?=\.\d+$|$)/.exec(found)?.[0];
  const days = Number(number);
  if (number === undefined || days < FIRST || days > LAST) return undefined;
  return new Date(ORIGIN + days * MILLISECONDS).toISOString().slice(0, 10);
}
