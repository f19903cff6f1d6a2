// SPDX-License-Identifier: Apache-2.0
import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { confirm, pendingConfirm } from './confirm';
import { testI18n } from './testing';
import type { UploadItem } from './types';
import VErrorSummary from './VErrorSummary.vue';
import VField from './VField.vue';
import VFormDialog from './VFormDialog.vue';
import VInput from './VInput.vue';
import VPinDialog from './VPinDialog.vue';
import VUpload from './VUpload.vue';

const global = { plugins: [testI18n()] };

describe('VField', () => {
  const withError = (error: string) =>
    mount(VField, {
      props: { label: 'Trích yếu', required: true, error, hint: 'Ngắn gọn' },
      slots: { default: () => h(VInput, { modelValue: '' }) },
      global,
    });

  it('joins its label to the control inside', () => {
    const wrapper = withError('');
    expect(wrapper.get('label').attributes('for')).toBe(wrapper.get('input').attributes('id'));
  });
  it('tells the control about the error instead of the hint', () => {
    const wrapper = withError('Nhập trích yếu');
    const input = wrapper.get('input');
    expect(input.attributes('aria-invalid')).toBe('true');
    const described = wrapper.get(`[id="${input.attributes('aria-describedby')}"]`);
    expect(described.text()).toBe('Nhập trích yếu');
    expect(wrapper.text()).not.toContain('Ngắn gọn');
  });
});

describe('VErrorSummary', () => {
  it('leads from an error to its field', async () => {
    const page = defineComponent(() => () => [
      h(VErrorSummary, { errors: [{ message: 'Nhập trích yếu', pointer: '/subject' }] }),
      h(VField, { label: 'Trích yếu', pointer: '/subject' }, () => h(VInput, { modelValue: '' })),
    ]);
    const wrapper = mount(page, { global, attachTo: document.body });
    Element.prototype.scrollIntoView = vi.fn();
    await wrapper.get('button.v-link').trigger('click');
    expect(document.activeElement).toBe(wrapper.get('input').element);
  });
});

describe('VFormDialog', () => {
  const shown = (props: Record<string, unknown>) => {
    document.body.replaceChildren();
    const submit = vi.fn();
    const wrapper = mount(VFormDialog, {
      props: { open: true, title: 'Trả lại', submitLabel: 'Trả lại', onSubmit: submit, ...props },
      slots: { default: () => h(VInput, { modelValue: '', label: 'Lý do' }) },
      global,
      attachTo: document.body,
    });
    const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.v-dialog footer button')];
    return { wrapper, submit, buttons };
  };

  it('is one form: its last button sends it, the first one closes it', async () => {
    const { wrapper, submit, buttons } = shown({ danger: true });
    await nextTick();
    expect(buttons().map((button) => button.textContent?.trim())).toEqual(['Huỷ', 'Trả lại']);
    expect(buttons()[1]?.classList.contains('danger')).toBe(true);
    document.querySelector('.v-dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(submit).toHaveBeenCalledTimes(1);
    buttons()[0]?.click();
    expect(wrapper.emitted('update:open')).toEqual([[false]]);
    wrapper.unmount();
  });
  it('says above the fields what was refused, and waits while it sends', async () => {
    const { wrapper, buttons } = shown({ errors: [{ message: 'Nhập lý do' }], busy: true });
    await nextTick();
    const body = document.querySelector('.v-dialog-body')?.textContent ?? '';
    expect(body).toContain('Nhập lý do');
    expect(buttons().every((button) => button.disabled)).toBe(true);
    wrapper.unmount();
  });
});

describe('VPinDialog', () => {
  it('gives the PIN away once and forgets a refused one', async () => {
    const error = ref('');
    const submit = vi.fn();
    mount(() => h(VPinDialog, { open: true, error: error.value, onSubmit: submit }), {
      global,
      attachTo: document.body,
    });
    await nextTick();
    const input = document.querySelector<HTMLInputElement>('.v-dialog input')!;
    input.value = '123456';
    input.dispatchEvent(new Event('input'));
    await nextTick();
    document.querySelector('.v-dialog form')?.dispatchEvent(new Event('submit'));
    expect(submit).toHaveBeenCalledWith('123456');
    error.value = 'Sai mã PIN';
    await nextTick();
    await nextTick();
    expect(input.value).toBe('');
  });
});

describe('VUpload', () => {
  const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
  async function choose(props: object, files: File[]) {
    const wrapper = mount(VUpload, { props, global });
    const input = wrapper.get('input[type=file]');
    Object.defineProperty(input.element, 'files', { value: files, configurable: true });
    await input.trigger('change');
    await nextTick();
    return wrapper;
  }

  it('refuses a file of another type and says which', async () => {
    const wrapper = await choose({ accept: '.pdf' }, [file('a.exe')]);
    expect(wrapper.emitted('refused')?.[0]?.[0]).toContain('a.exe');
    expect(wrapper.emitted('update:modelValue')).toBeUndefined();
  });
  it('refuses a file that is too large', async () => {
    const wrapper = await choose({ maxBytes: 5 }, [file('a.pdf', 6)]);
    expect(wrapper.emitted('refused')).toHaveLength(1);
  });
  it('keeps only the last file where one is allowed', async () => {
    const wrapper = await choose({}, [file('a.pdf'), file('b.pdf')]);
    const items = wrapper.emitted('update:modelValue')?.[0]?.[0] as { file: File }[];
    expect(items.map((item) => item.file.name)).toEqual(['b.pdf']);
  });
  it('sends a file at once when the page holds the list, and hands on what came back', async () => {
    const uploaded: unknown[] = [];
    const page = defineComponent(() => {
      const items = ref<UploadItem[]>([]);
      return () =>
        h(VUpload, {
          modelValue: items.value,
          'onUpdate:modelValue': (next: UploadItem[]) => {
            items.value = next;
          },
          upload: async () => 'stored',
          onUploaded: (item: UploadItem) => uploaded.push(item.result),
        });
    });
    const wrapper = mount(page, { global });
    const input = wrapper.get('input[type=file]');
    Object.defineProperty(input.element, 'files', { value: [file('a.pdf')], configurable: true });
    await input.trigger('change');
    await vi.waitFor(() => expect(uploaded).toEqual(['stored']));
    await nextTick();
    expect(wrapper.find('.v-upload-list .done').exists()).toBe(true);
  });
});

describe('confirm', () => {
  it('answers an older question with no when a new one is asked', async () => {
    const first = confirm({ title: 'A' });
    const second = confirm({ title: 'B' });
    expect(await first).toBe(false);
    pendingConfirm.value?.answer(true);
    expect(await second).toBe(true);
    expect(pendingConfirm.value).toBeNull();
  });
});
