import { learnerEventSchema, type LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord, recorded } from '@kursdugnad/core/runtime/recording.js';

/** The records of those who try the guide, one for each tab, as long as the preview runs. */
export class PreviewSessions {
  private readonly records = new Map<string, LearnerRecord>();

  record(tab: string): LearnerRecord {
    return this.records.get(tab) ?? emptyRecord;
  }

  add(tab: string, event: LearnerEvent): void {
    this.records.set(tab, recorded(this.record(tab), event));
  }

  /** The player's events: what Kursdugnad itself would answer. */
  receive(
    tab: string,
    body: unknown,
  ): { accepted: string[]; refused: { id: string; reason: string }[]; record: LearnerRecord } {
    const sent = body && typeof body === 'object' && 'events' in body && Array.isArray(body.events) ? body.events : [];
    const accepted: string[] = [];
    for (const one of sent) {
      const event = learnerEventSchema.safeParse(one);
      if (!event.success) continue;
      this.add(tab, event.data);
      accepted.push(event.data.id);
    }
    return { accepted, refused: [], record: this.record(tab) };
  }
}
