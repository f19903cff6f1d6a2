// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/Restrictions.h"
#include "validation/ObjectGraph.h"
#include "validation/RevisionView.h"

namespace congvu::signing::validation {

/// The objects of a signed revision that must stay what they are, each with the kind of change it would be: what its pages
/// paint, its annotations and fields, the settings of its form and the entries of its catalogue.
class SignedObjects {
public:
    /// `changedFields`: field nodes whose change was permitted.
    SignedObjects(const RevisionView& view, const ObjectGraph& graph, const pdf::Restrictions& restrictions,
                  const ObjectGraph::Numbers& changedFields)
        : view_(view), graph_(graph), restrictions_(restrictions), changedFields_(changedFields) {}

    ObjectGraph::Labels collect();

private:
    void collectPage(const pdf::Page& page);
    void collectInheritedResources(const pdf::Page& page);
    void collectAnnotations(const pdf::Page& page);
    void collectForm();
    void collectXfa(const pdf::Object& value);

    const pdf::Reader& reader() const { return view_.reader(); }

    const RevisionView& view_;
    const ObjectGraph& graph_;
    const pdf::Restrictions& restrictions_;
    const ObjectGraph::Numbers& changedFields_;
    ObjectGraph::Labels out_;
};

}  // namespace congvu::signing::validation
