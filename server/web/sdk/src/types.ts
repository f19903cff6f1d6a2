// SPDX-License-Identifier: Apache-2.0
/** Shapes of the core REST interface that both the shell and the plugins meet. */

export type Locale = 'vi' | 'en';
export type LocalText = Record<Locale, string>;

/** One page of a list. `total` is capped at 1001, which means "more than 1,000". */
export interface Page<T> {
  items: T[];
  next: string | null;
  total?: number | null;
}

export interface PostSummary {
  id: string;
  title: string;
  unitName: string;
  agencyName: string;
  main: boolean;
}

/** The post in which the person acts now. */
export interface ActingPost {
  id: string;
  title: string;
  unitId: string;
  unitName: string;
  unitShortName: string;
  agencyId: string;
  agencyName: string;
  agencyShortName: string;
  permissions: string[];
}

/** A mandate in force by which the person may act for another. */
export interface ActingChoice {
  mandateId: string;
  ownPostId: string;
  giverTitle: string;
  giverName: string;
  unitName: string;
  /** The last day. */
  until: string;
  acts: MandateAct[];
}

export type MandateAct = 'direct' | 'review' | 'sign' | 'receive';

export interface Session {
  personId: string;
  name: string;
  initials: string;
  username: string;
  locale: Locale;
  theme: 'light' | 'dark' | 'auto';
  density: 'compact' | 'normal' | 'roomy';
  mustChangePassword: boolean;
  /** Absent when the person holds no post today. */
  post: ActingPost | null;
  posts: PostSummary[];
  mandates: ActingChoice[];
  /** Set while acting for another; `post` is then the giver's. */
  actingFor: ActingChoice | null;
}

export interface NavigationEntry {
  path: string;
  title: LocalText;
  icon: string;
  badge?: string;
  group: 'work' | 'admin';
}

export interface PluginEntry {
  id: string;
  version: string;
  api: number;
  name: LocalText;
  /** Path prefix of the plugin's pages, for example "/incoming". */
  base: string;
  entry: string;
  css: string[];
  nav: NavigationEntry[];
  slots: string[];
  permissions: string[];
}

/** The pages of a plugin that need no session. */
export interface PublicPages {
  id: string;
  api: number;
  /** Path prefix of the pages, for example "/verify". */
  base: string;
  title: LocalText;
  icon: string;
  entry: string;
  css: string[];
}

export interface UiManifest {
  api: number;
  product: string;
  version: string;
  plugins: PluginEntry[];
  badges: Record<string, number>;
  unread: number;
}

export type DirectoryKind = 'unit' | 'post';

/** A unit, or a person in a post, that work can be given to. */
export interface DirectoryEntry {
  kind: DirectoryKind;
  id: string;
  name: string;
  subtitle: string;
  unitId: string;
  agencyId: string;
  initials: string;
}

export interface Agency {
  id: string;
  name: string;
  organId: string;
  parentId: string | null;
}

export type Urgency = 'normal' | 'urgent' | 'very_urgent' | 'flash';
export type DueState = 'none' | 'in_term' | 'soon' | 'overdue';

export interface WorkItem {
  id: string;
  plugin: string;
  entityType: string;
  entityId: string;
  kind: string;
  kindLabel: string;
  title: string;
  subtitle: string;
  fromName: string;
  urgency: Urgency;
  createdAt: string;
  dueOn: string | null;
  due: DueState;
  unread: boolean;
  doneAt: string | null;
  link: string;
  /** The mandate by which it may be answered; empty for own work. */
  mandateId: string;
  /** Whose work it is then: "Chủ tịch Nguyễn Văn An". */
  onBehalfOf: string;
}

export interface Notification {
  id: string;
  title: string;
  text: string;
  link: string;
  createdAt: string;
  read: boolean;
}
