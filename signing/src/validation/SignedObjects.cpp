// SPDX-License-Identifier: Apache-2.0
#include "validation/SignedObjects.h"

#include "validation/DifferenceRules.h"
#include "validation/FormDifference.h"

namespace congvu::signing::validation {

using pdf::Object;
using pdf::ObjectNumber;

ObjectGraph::Labels SignedObjects::collect() {
    for (const pdf::Page& page : view_.pages()) {
        collectPage(page);
    }
    for (const pdf::Page& page : view_.pages()) {
        collectAnnotations(page);
    }
    for (const auto& [key, value] : reader().catalog().entries()) {
        const KeyRule& rule = catalogRule(key);
        if (key != "AcroForm" && !rule.allowed) {
            graph_.collect(value, rule.kind, out_);
        }
    }
    collectForm();
    return std::move(out_);
}

/// What a page inherits is painted as well.
void SignedObjects::collectInheritedResources(const pdf::Page& page) {
    const Object* node = &reader().object(page.number);
    for (std::size_t depth = 0; depth < reader().limits().treeDepth && node->has("Parent"); ++depth) {
        node = &reader().get(*node, "Parent");
        graph_.collectPainted(node->get("Resources"), pageRule("Resources").kind, out_);
    }
}

void SignedObjects::collectPage(const pdf::Page& page) {
    collectInheritedResources(page);
    for (const auto& [key, value] : reader().object(page.number).entries()) {
        const KeyRule& rule = pageRule(key);
        if (isPainted(key)) {
            graph_.collectPainted(value, rule.kind, out_);
        } else if (key != "Annots" && key != "Parent" && !rule.allowed) {
            graph_.collect(value, rule.kind, out_);
        }
    }
}

void SignedObjects::collectAnnotations(const pdf::Page& page) {
    for (const ObjectNumber annotation : view_.annotationsOf(page.number)) {
        const bool isField = view_.isField(annotation);
        const bool mayChange = changedFields_.contains(annotation) || (restrictions_.certification == 3 && !isField);
        if (!mayChange) {
            const Object& value = readOrNull(reader(), annotation).value;
            const std::string_view kind = isField ? "appearance-changed" : "annotation-changed";
            graph_.collectPainted(value.get("AP"), kind, out_);
            graph_.collect(value, kind, out_);
        }
    }
    for (const Object& annotation : view_.directAnnotationsOf(page.number)) {
        graph_.collect(annotation, "annotation-changed", out_);
    }
}

/// What was filled into an XFA form may change; its templates may not.
void SignedObjects::collectXfa(const Object& value) {
    for (const XfaPacket& packet : xfaPacketsOf(reader(), value)) {
        if (!packet.isData()) {
            graph_.collect(packet.content, "form-changed", out_);
        }
    }
}

/// The dictionaries that list resources may grow; a resource itself may not change.
void SignedObjects::collectForm() {
    const Object& form = reader().get(reader().catalog(), "AcroForm");
    for (const auto& [category, group] : reader().get(form, "DR").entries()) {
        for (const auto& [name, resource] : reader().resolve(group).entries()) {
            graph_.collectPainted(resource, "form-changed", out_);
        }
    }
    for (const auto& [key, value] : form.entries()) {
        if (key == "XFA") {
            collectXfa(value);
        } else if (key != "Fields" && key != "DR") {
            graph_.collect(value, "form-changed", out_);
        }
    }
}

}  // namespace congvu::signing::validation
