// SPDX-License-Identifier: Apache-2.0
import { boardStages, type TaskAct, type TaskCard, type TaskStage } from './model';

/** Which act carries a card from one column to another. */
const actsBetween: Partial<Record<TaskStage, Partial<Record<TaskStage, TaskAct>>>> = {
  new: { doing: 'accept' },
  doing: { review: 'submit' },
  review: { done: 'accept-result', doing: 'send-back' },
};

/** The act behind dropping the card on a column; null when the caller may not do it now. */
export function moveAct(task: TaskCard, target: TaskStage): TaskAct | null {
  const act = actsBetween[task.stage]?.[target];
  return act && task.acts.includes(act) ? act : null;
}

/** The columns a card may go to, for the "move to" menu. */
export function movesOf(task: TaskCard): { stage: TaskStage; act: TaskAct }[] {
  return boardStages.flatMap((stage) => {
    const act = moveAct(task, stage);
    return act ? [{ stage, act }] : [];
  });
}
