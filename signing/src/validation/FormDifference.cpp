// SPDX-License-Identifier: Apache-2.0
#include "validation/FormDifference.h"

#include <algorithm>

#include "validation/DifferenceRules.h"

namespace congvu::signing::validation {

using pdf::Object;

std::vector<XfaPacket> xfaPacketsOf(const pdf::Reader& reader, const Object& xfa) {
    const Object& value = reader.resolve(xfa);
    std::vector<XfaPacket> out;
    if (!value.isArray()) {
        if (!xfa.isNull()) {
            out.push_back({"", xfa});
        }
        return out;
    }
    for (std::size_t index = 0; index + 1 < value.items().size(); index += 2) {
        out.push_back({reader.resolve(value.items()[index]).stringValue(), value.items()[index + 1]});
    }
    return out;
}

void FormDifference::compare() {
    const pdf::Reader& beforeReader = all_.before_.reader();
    const pdf::Reader& afterReader = all_.after_.reader();
    const Object& before = beforeReader.get(beforeReader.catalog(), "AcroForm");
    const Object& after = afterReader.get(afterReader.catalog(), "AcroForm");
    const bool isNew = !before.isDictionary();
    all_.forEachChangedKey(before, after, [&](const std::string& key, const Object& oldValue, const Object& newValue) {
        compareSetting(key, beforeReader.resolve(oldValue), afterReader.resolve(newValue), isNew);
    });
    compareResources(before.get("DR"), after.get("DR"));
    compareXfa(before.get("XFA"), after.get("XFA"));
}

/// /Fields, /DR and /XFA are compared by their own rules.
void FormDifference::compareSetting(const std::string& key, const Object& oldValue, const Object& newValue, bool isNew) {
    if (key == "Fields" || key == "DR" || key == "XFA") {
        return;
    }
    if (key == "SigFlags") {
        all_.report("form-settings-added", (oldValue.integerValue() & ~newValue.integerValue()) == 0, "/SigFlags");
        return;
    }
    const KeyRule& rule = formRule(key);
    const bool isFirstDefault = key == "DA" && oldValue.isNull();
    const bool isAdded = isNew || isFirstDefault;
    all_.report(isAdded ? "form-settings-added" : rule.kind, isAdded || rule.allowed, '/' + key);
}

/// Names may be added to the resources of the form; those that were there stay what they are.
void FormDifference::compareResources(const Object& before, const Object& after) {
    const pdf::Reader& beforeReader = all_.before_.reader();
    const pdf::Reader& afterReader = all_.after_.reader();
    const Object& oldResources = beforeReader.resolve(before);
    const Object& newResources = afterReader.resolve(after);
    bool isKept = true;
    bool isGrown = false;
    for (const auto& [category, value] : oldResources.entries()) {
        const Object& newGroup = afterReader.get(newResources, category);
        const Object& oldGroup = beforeReader.resolve(value);
        const pdf::KeyIndex names(newGroup);
        for (const auto& [name, resource] : oldGroup.entries()) {
            isKept = isKept && all_.sameValue(resource, names.get(name));
        }
        isKept = isKept && (oldGroup.isDictionary() || all_.sameValue(value, newResources.get(category)));
    }
    for (const auto& [category, value] : newResources.entries()) {
        isGrown = isGrown || afterReader.resolve(value).entries().size() != beforeReader.get(oldResources, category).entries().size();
    }
    all_.explain(before, after);
    if (!isKept || isGrown) {
        all_.report(isKept ? "form-settings-added" : "form-changed", isKept, "/DR");
    }
}

/// Everything but the data, in the same order.
bool FormDifference::sameTemplates(const std::vector<XfaPacket>& before, const std::vector<XfaPacket>& after) {
    std::vector<XfaPacket> old = before;
    std::vector<XfaPacket> current = after;
    std::erase_if(old, [](const XfaPacket& packet) { return packet.isData(); });
    std::erase_if(current, [](const XfaPacket& packet) { return packet.isData(); });
    return std::equal(old.begin(), old.end(), current.begin(), current.end(), [&](const XfaPacket& left, const XfaPacket& right) {
        return left.name == right.name && all_.sameValue(left.content, right.content);
    });
}

/// Filling an XFA form changes its data packets. Which fields these belong to is not looked at: where fields are locked,
/// none may change.
void FormDifference::compareXfa(const Object& before, const Object& after) {
    const auto old = xfaPacketsOf(all_.before_.reader(), before);
    const auto current = xfaPacketsOf(all_.after_.reader(), after);
    if (!sameTemplates(old, current)) {
        all_.report("form-changed", false, "/XFA");
    }
    for (const XfaPacket& packet : current) {
        if (!packet.isData()) {
            continue;
        }
        const auto earlier = std::find_if(old.begin(), old.end(), [&](const XfaPacket& other) { return other.name == packet.name; });
        const bool isRewritten = packet.content.isReference() && all_.wasRewritten(packet.content.number());
        if (earlier != old.end() && all_.sameValue(earlier->content, packet.content) && !isRewritten) {
            continue;
        }
        const bool isPermitted = !all_.restrictions_.permitsNothing() && all_.restrictions_.locks.empty();
        all_.report(isPermitted ? "form-field-filled" : "locked-field-changed", isPermitted, "/XFA " + packet.name);
        all_.explain(earlier == old.end() ? Object() : earlier->content, packet.content);
    }
    const auto isKept = [&](const XfaPacket& packet) {
        return !packet.isData() ||
               std::any_of(current.begin(), current.end(), [&](const XfaPacket& other) { return other.name == packet.name; });
    };
    if (!std::all_of(old.begin(), old.end(), isKept)) {
        all_.report("form-changed", false, "/XFA");
    }
    if (before.isReference()) {
        all_.explained_.insert(before.number());  // the list of the packets
    }
}

}  // namespace congvu::signing::validation
