/** A failed call to Feishu, as `/status` tells it; the message is in our own words. */
export interface Failure {
  readonly desk: string;
  readonly problem: string;
  readonly logId: string | null;
  readonly message: string;
  /** Epoch ms of the last of a row of equal ones, and how many they were. */
  readonly failedAt: number;
  readonly times: number;
}

export interface LastFailures {
  note(failure: Omit<Failure, "times">): void;
  /** Latest first. */
  read(): readonly Failure[];
}

const KEPT_MAX = 20;

/** The last failures of this process. Equal ones in a row stand as one, so that an outage does not push out what began it. */
export function createLastFailures(): LastFailures {
  let kept: readonly Failure[] = [];
  return {
    note: (failure) => {
      const [latest, ...older] = kept;
      const isSame = latest?.desk === failure.desk && latest.problem === failure.problem;
      kept = isSame
        ? [{ ...failure, logId: failure.logId ?? latest.logId, times: latest.times + 1 }, ...older]
        : [{ ...failure, times: 1 }, ...kept].slice(0, KEPT_MAX);
    },
    read: () => kept,
  };
}
