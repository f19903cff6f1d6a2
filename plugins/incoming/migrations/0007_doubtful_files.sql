-- SPDX-License-Identifier: Apache-2.0
-- Files whose signatures could not be judged to the end are verified again, newest first.
CREATE INDEX incoming_file_doubtful ON incoming_file (id) WHERE verdict = 'indeterminate';
