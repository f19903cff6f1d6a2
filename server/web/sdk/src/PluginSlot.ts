// SPDX-License-Identifier: Apache-2.0
import { defineComponent, h, onErrorCaptured, type PropType, ref, shallowRef, type VNode, watch } from 'vue';
import { type LoadedSlot, useHost } from './host';

/** Keeps one plugin's broken part from taking the page with it: the part disappears, the rest stays. */
const SlotBoundary = defineComponent({
  name: 'SlotBoundary',
  props: { plugin: { type: String, required: true } },
  setup(props, { slots }) {
    const broken = ref(false);
    onErrorCaptured((error) => {
      console.error(`plugin ${props.plugin}: its part of this page failed`, error);
      broken.value = true;
      return false;
    });
    return () => (broken.value ? null : slots.default?.());
  },
});

/**
 * Shows what plugins contribute to a slot:
 * `<PluginSlot name="document.panels" :context="{ plugin: 'incoming', type: 'document', id }" />`.
 * Every field of `context` becomes a prop of the contributed components. The `wrap` slot, if given,
 * receives each part as `{ item, node }` so that a page can put it into a card of its own.
 */
export const PluginSlot = defineComponent({
  name: 'PluginSlot',
  props: {
    name: { type: String, required: true },
    context: { type: Object as PropType<Record<string, unknown>>, default: () => ({}) },
  },
  setup(props, { slots }) {
    const host = useHost();
    const items = shallowRef<LoadedSlot[]>([]);

    watch(
      [() => props.name, host.manifest],
      async () => {
        items.value = await host.loadSlot(props.name);
      },
      { immediate: true },
    );

    const renderItem = (item: LoadedSlot): VNode =>
      h(SlotBoundary, { key: item.key, plugin: item.plugin.id }, () => {
        const node = h(item.component, props.context);
        return slots.wrap ? slots.wrap({ item, node }) : node;
      });
    return () => items.value.map(renderItem);
  },
});
