// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { Problem } from './problem';
import { useAct } from './useAct';

const refusal = new Problem(422, {
  title: 'Chưa hợp lệ',
  errors: [{ pointer: '/note', code: 'required', message: 'Nhập lý do' }],
});

describe('useAct', () => {
  it('gives what the act answers and is busy only meanwhile', async () => {
    const { busy, attempt } = useAct();
    const answer = attempt(() => Promise.resolve('07/UBND-TH'));
    expect(busy.value).toBe(true);
    expect(await answer).toBe('07/UBND-TH');
    expect(busy.value).toBe(false);
  });
  it('keeps the refusal with its wrong fields until the next attempt', async () => {
    const { errors, problem, attempt, succeeds } = useAct();
    expect(await attempt(() => Promise.reject(refusal))).toBeNull();
    expect(problem.value?.fieldMessage('/note')).toBe('Nhập lý do');
    expect(errors.value).toEqual(refusal.errors);
    expect(await succeeds(() => Promise.resolve())).toBe(true);
    expect(errors.value).toEqual([]);
  });
  it('says in one sentence what a refusal without wrong fields is about', async () => {
    const { errors, succeeds } = useAct();
    expect(await succeeds(() => Promise.reject(new Problem(409, { title: 'Đã có người xử lý' })))).toBe(
      false,
    );
    expect(errors.value).toEqual([{ message: 'Đã có người xử lý' }]);
  });
  it('does not begin a second act while one is running', async () => {
    const { attempt, succeeds } = useAct();
    let finish: () => void = () => undefined;
    const first = attempt(() => new Promise<string>((resolve) => (finish = () => resolve('first'))));
    let begun = false;
    expect(
      await succeeds(async () => {
        begun = true;
      }),
    ).toBe(false);
    expect(begun).toBe(false);
    finish();
    expect(await first).toBe('first');
  });
  it('passes on what is no refusal of the server', async () => {
    const { busy, attempt } = useAct();
    await expect(attempt(() => Promise.reject(new TypeError('mistake')))).rejects.toThrow('mistake');
    expect(busy.value).toBe(false);
  });
});
