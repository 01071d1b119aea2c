// An approval as a browser sends it: with the number of the proposal that the page showed.

import type { TestVisitor } from '../office-fixture.ts';

/** The number that the form of an approval carries on a page; null when the page has no such form. */
export async function proposalOn(visitor: TestVisitor, page: string, action: string): Promise<string | null> {
  const text = await (await visitor.get(page)).text();
  const form = text.split('<form').find((each) => each.includes(`action="${action}"`));
  return /name="proposal" value="(\d+)"/.exec(form ?? '')?.[1] ?? null;
}

/** Opens the page of an approval and sends its form. */
export async function approveOn(visitor: TestVisitor, page: string, action: string): Promise<Response> {
  const proposal = await proposalOn(visitor, page, action);
  return visitor.post(action, proposal === null ? {} : { proposal });
}
