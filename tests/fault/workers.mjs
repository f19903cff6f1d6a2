// SPDX-License-Identifier: Apache-2.0
// The officials at work: several at once, until the server is gone.
import { Issuing } from './issuing.mjs';
import { Receiving } from './receiving.mjs';

/** fetch says it so when the connection could not be made or broke off. */
const isCutOff = (error) => error instanceof TypeError;

export class Workers {
  #issuing;
  #receiving;

  constructor(officials, promises) {
    this.#issuing = ['a', 'b', 'c'].map((name) => new Issuing(officials, promises, name));
    this.#receiving = new Receiving(officials, promises);
  }

  async #repeat(act) {
    try {
      for (;;) await act();
    } catch (error) {
      if (!isCutOff(error)) throw error;
    }
  }

  /** Works until the moment has come and `end` has taken the server away; what is in flight then stays without an answer. */
  async workUntil(moment, end) {
    const receiving = this.#receiving;
    const acts = [
      ...this.#issuing.map((one) => () => one.step()),
      async () => {
        await receiving.direct();
        await receiving.registerDelivery();
      },
      async () => {
        await receiving.discardFile();
        await receiving.registerFile();
      },
    ];
    const working = Promise.all(acts.map((act) => this.#repeat(act)));
    await Promise.race([moment, working.then(() => Promise.reject(new Error('the server was gone too early')))]);
    await end();
    await working;
  }

  /** Brings every document that is on its way to its issue. */
  async finish() {
    await Promise.all(
      this.#issuing.map(async (one) => {
        while (!one.isIdle) await one.step();
      }),
    );
  }
}
