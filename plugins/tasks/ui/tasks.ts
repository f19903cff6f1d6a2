// SPDX-License-Identifier: Apache-2.0
/** The list of tasks as the manifest names it. */
export const taskList = 'tasks.tasks';
