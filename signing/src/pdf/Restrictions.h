// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "pdf/Form.h"

namespace congvu::signing::pdf {

/// Fields that a signature locked (ISO 32000-2, 12.8.2.4 FieldMDP and table 236 Lock).
struct FieldLock {
    enum class Action { all, include, exclude };
    Action action = Action::all;
    std::vector<std::string> names;

    bool covers(const std::string& field) const;
};

/// What the signatures of a revision still permit.
struct Restrictions {
    int certification = 0;  ///< smallest P of DocMDP and Lock: 1, 2, 3; 0 when there is none
    std::vector<FieldLock> locks;
    bool hasSignatures = false;

    bool permitsNothing() const { return certification == 1; }
    bool permitsAnnotations() const { return certification == 0 || certification == 3; }
    bool isLocked(const std::string& field) const;

    static Restrictions of(const Reader& reader, const Form& form);
};

/// P of the DocMDP transform of a signature dictionary (default 2); 0 when it has none.
int certificationOf(const Reader& reader, const Object& signature);

/// The lock that a Lock dictionary or FieldMDP parameters describe.
FieldLock fieldLockOf(const Reader& reader, const Object& dictionary);

}  // namespace congvu::signing::pdf
