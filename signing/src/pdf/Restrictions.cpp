// SPDX-License-Identifier: Apache-2.0
#include "pdf/Restrictions.h"

#include <algorithm>

namespace congvu::signing::pdf {
namespace {

/// A name locks the field itself and everything below it.
bool reaches(const std::string& locked, const std::string& field) {
    return field == locked || (field.size() > locked.size() && field.compare(0, locked.size(), locked) == 0 && field[locked.size()] == '.');
}

int tighter(int first, int second) {
    if (first == 0 || second == 0) {
        return std::max(first, second);
    }
    return std::min(first, second);
}

int permissionNumber(const Object& value) {
    const std::int64_t number = value.isInteger() ? value.integerValue() : 2;
    return number >= 1 && number <= 3 ? static_cast<int>(number) : 1;
}

}  // namespace

bool FieldLock::covers(const std::string& field) const {
    const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) { return reaches(name, field); });
    return action == Action::all || (action == Action::include) == named;
}

bool Restrictions::isLocked(const std::string& field) const {
    return std::any_of(locks.begin(), locks.end(), [&](const FieldLock& lock) { return lock.covers(field); });
}

FieldLock fieldLockOf(const Reader& reader, const Object& dictionary) {
    FieldLock lock;
    const Object& action = reader.get(dictionary, "Action");
    if (action.isName("Include")) {
        lock.action = FieldLock::Action::include;
    } else if (action.isName("Exclude")) {
        lock.action = FieldLock::Action::exclude;
    }
    for (const Object& name : reader.get(dictionary, "Fields").items()) {
        lock.names.push_back(utf8OfTextString(reader.resolve(name).stringValue()));
    }
    return lock;
}

int certificationOf(const Reader& reader, const Object& signature) {
    int level = 0;
    for (const Object& item : reader.get(signature, "Reference").items()) {
        const Object& reference = reader.resolve(item);
        if (reader.get(reference, "TransformMethod").isName("DocMDP")) {
            level = tighter(level, permissionNumber(reader.get(reader.get(reference, "TransformParams"), "P")));
        }
    }
    return level;
}

Restrictions Restrictions::of(const Reader& reader, const Form& form) {
    Restrictions out;
    const Object& permissions = reader.get(reader.catalog(), "Perms");
    if (permissions.has("DocMDP")) {
        const int level = certificationOf(reader, reader.get(permissions, "DocMDP"));
        out.certification = level == 0 ? 2 : level;
    }
    for (const Field& field : form.fields()) {
        const Object& signature = reader.resolve(field.value);
        if (field.type != "Sig" || !signature.isDictionary()) {
            continue;
        }
        out.hasSignatures = true;
        // Whether or not /Perms names it: what its signer permitted counts.
        out.certification = tighter(out.certification, certificationOf(reader, signature));
        for (const Object& item : reader.get(signature, "Reference").items()) {
            const Object& reference = reader.resolve(item);
            if (reader.get(reference, "TransformMethod").isName("FieldMDP")) {
                out.locks.push_back(fieldLockOf(reader, reader.get(reference, "TransformParams")));
            }
        }
        const Object& lock = reader.get(reader.object(field.number), "Lock");
        if (lock.isDictionary()) {
            out.locks.push_back(fieldLockOf(reader, lock));
            if (lock.has("P")) {
                out.certification = tighter(out.certification, permissionNumber(reader.get(lock, "P")));
            }
        }
    }
    return out;
}

}  // namespace congvu::signing::pdf
