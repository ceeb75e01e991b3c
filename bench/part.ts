/** A group of promises that are measured in the same way, and what it is given. */
import type { LoadGenerator } from './load-generator.ts';
import type { Pace } from './measure.ts';
import type { Finding } from './report.ts';
import type { Stage } from './stage.ts';

export interface Run {
  readonly quick: boolean;
  readonly pace: Pace;
  readonly wanted: (promise: string) => boolean;
  readonly load: LoadGenerator;
  /** On the world that most promises are measured on. */
  stage(): Promise<Stage>;
}

export interface Part {
  readonly promises: readonly string[];
  run(run: Run): Promise<Finding[]>;
}
