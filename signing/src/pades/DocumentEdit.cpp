// SPDX-License-Identifier: Apache-2.0
#include "pades/DocumentEdit.h"

namespace congvu::signing::pades {

using pdf::Object;
using pdf::ObjectNumber;

Object& DocumentEdit::object(ObjectNumber number) {
    const auto found = changed_.find(number);
    if (found != changed_.end()) {
        return found->second;
    }
    return changed_.emplace(number, reader_.object(number)).first->second;
}

const Object& DocumentEdit::current(ObjectNumber number) const {
    const auto found = changed_.find(number);
    return found != changed_.end() ? found->second : reader_.object(number);
}

void DocumentEdit::appendTo(Object& dictionary, std::string_view key, Object item) {
    const Object& present = dictionary.get(key);
    if (present.isReference() && current(present.number()).isArray()) {
        object(present.number()).items().push_back(std::move(item));
        return;
    }
    Object items = present.isArray() ? present : Object::array();
    items.items().push_back(std::move(item));
    dictionary.set(key, std::move(items));
}

void DocumentEdit::flush() {
    for (const auto& [number, value] : changed_) {
        writer_.put(number, value);
    }
    changed_.clear();
}

}  // namespace congvu::signing::pades
