// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { issueLetter } from './papers';
import { at, dialog, expectToast } from './people';

/** What the two agencies of a delivery see of each other's acts. The commune Suối Mẫu sends, Đồi Thử receives. */

async function arrivedDelivery(outgoingId: string): Promise<string> {
  const sender = await callerOf('vanthu.suoimau');
  const receiver = await callerOf('vanthu.doithu');
  const deliveryOf = async () => {
    const { subject } = await sender.get(`/outgoing/documents/${outgoingId}`);
    const { items } = await receiver.get('/incoming/deliveries?limit=200');
    return items.find((one: { subject: string }) => one.subject === subject)?.id ?? '';
  };
  await expect.poll(deliveryOf).not.toBe('');
  return deliveryOf();
}

const letterTo = (subject: string) => issueLetter({ agency: 'suoimau', subject: `${subject} ${Date.now()}`, to: ['doithu'] });

async function askRecall(page: Page, reason: string) {
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Thu hồi văn bản' }).click();
  await dialog(page).getByRole('textbox', { name: 'Lý do thu hồi' }).fill(reason);
  await dialog(page).getByRole('button', { name: 'Thu hồi văn bản' }).click();
  await expectToast(page, 'Đã gửi yêu cầu thu hồi');
}

async function register(deliveryId: string) {
  const clerk = await callerOf('vanthu.doithu');
  const { delivery } = await clerk.get(`/incoming/deliveries/${deliveryId}`);
  return clerk.post(`/incoming/deliveries/${deliveryId}/registration`, {
    facts: {
      symbol: delivery.symbol,
      issuerName: delivery.senderName,
      typeId: delivery.typeId,
      subject: delivery.subject,
      documentDate: delivery.documentDate,
      urgency: delivery.urgency,
    },
  });
}

test('a refusal shows at the sender with its reason', async ({ browser }) => {
  const letter = await letterTo('mời họp');
  const deliveryId = await arrivedDelivery(letter);
  const reason = 'Văn bản gửi nhầm đơn vị nhận.';
  const receiver = await at(browser, 'vanthu.doithu', `/incoming/deliveries/${deliveryId}`);
  await receiver.getByRole('button', { name: 'Thao tác khác' }).click();
  await receiver.getByRole('menuitem', { name: 'Từ chối tiếp nhận' }).click();
  await dialog(receiver).getByRole('textbox', { name: 'Lý do' }).fill(reason);
  await dialog(receiver).getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expectToast(receiver, 'Đã gửi trả lời cho cơ quan gửi');
  await receiver.context().close();

  const sender = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${letter}`);
  await expect(sender.locator('.recipients .now').getByText('Từ chối tiếp nhận')).toBeVisible();
  await expect(sender.locator('.recipients .now').getByText(reason)).toBeVisible();
  await sender.context().close();
});

test('a recall before acceptance takes the delivery back at once', async ({ browser }) => {
  const letter = await letterTo('thông tin phối hợp');
  const deliveryId = await arrivedDelivery(letter);
  const sender = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${letter}`);
  await askRecall(sender, 'Sai số liệu.');
  await expect(sender.locator('.recipients .now').getByText('Đồng ý thu hồi')).toBeVisible();
  await sender.context().close();

  const receiver = await at(browser, 'vanthu.doithu', `/incoming/deliveries/${deliveryId}`);
  await expect(receiver.getByText('Văn bản đã bị thu hồi')).toBeVisible();
  await expect(receiver.getByRole('button', { name: 'Tiếp nhận' })).toHaveCount(0);
  await receiver.context().close();
});

test('a recall after acceptance is agreed to: the registered document stops, its arrival number stays', async ({ browser }) => {
  const letter = await letterTo('kế hoạch tập huấn');
  const deliveryId = await arrivedDelivery(letter);
  const document = await register(deliveryId);
  const sender = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${letter}`);
  await askRecall(sender, 'Thay đổi thời gian.');

  const receiver = await at(browser, 'vanthu.doithu', `/incoming/deliveries/${deliveryId}`);
  await expect(receiver.getByText('Thay đổi thời gian.').first()).toBeVisible();
  await receiver.getByRole('button', { name: 'Đồng ý thu hồi' }).click();
  await receiver.getByRole('alertdialog').or(dialog(receiver)).getByRole('button', { name: 'Đồng ý thu hồi' }).click();
  await expectToast(receiver, 'Đã đồng ý thu hồi');
  await receiver.goto(`/incoming/documents/${document.id}`);
  await expect(receiver.getByText('Văn bản đã bị thu hồi').first()).toBeVisible();
  await expect(receiver.getByText(String(document.arrivalNumber), { exact: true }).first()).toBeVisible();
  await receiver.context().close();

  await expect(sender.locator('.recipients .now').getByText('Đồng ý thu hồi')).toBeVisible();
  await sender.context().close();
});

test('a recall after acceptance is refused with a reason that the sender reads', async ({ browser }) => {
  const letter = await letterTo('danh sách cán bộ');
  const deliveryId = await arrivedDelivery(letter);
  const document = await register(deliveryId);
  const sender = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${letter}`);
  await askRecall(sender, 'Bổ sung nội dung.');

  const reason = 'Văn bản đã được triển khai.';
  const receiver = await at(browser, 'vanthu.doithu', `/incoming/deliveries/${deliveryId}`);
  await receiver.getByRole('button', { name: 'Từ chối thu hồi' }).click();
  await dialog(receiver).getByRole('textbox').fill(reason);
  await dialog(receiver).getByRole('button', { name: 'Từ chối thu hồi' }).click();
  await expectToast(receiver, 'Đã gửi trả lời cho cơ quan gửi');
  await receiver.context().close();

  await expect(sender.locator('.recipients .now').getByText('Không đồng ý thu hồi')).toBeVisible();
  await expect(sender.locator('.recipients .now').getByText(reason)).toBeVisible();
  expect((await (await callerOf('vanthu.doithu')).get(`/incoming/documents/${document.id}`)).document.state).toBe('registered');
  await sender.context().close();
});
