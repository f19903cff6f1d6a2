// SPDX-License-Identifier: Apache-2.0
#include "storage/FigureConditions.h"

namespace congvu::incoming {

namespace {

void addReached(Statement& statement, std::string_view reached) {
    if (reached == "submitted") {
        statement.add(" AND f.submitted_at IS NOT NULL");
    } else if (reached == "handed") {
        statement.add(" AND f.handed_at IS NOT NULL");
    } else if (reached == "started") {
        statement.add(" AND f.started_at IS NOT NULL");
    } else {
        statement.add(" AND f.completed_at IS NOT NULL");
    }
}

void addCategory(Statement& statement, std::string_view category) {
    const bool isUngrouped = category == "-";
    statement.add(isUngrouped ? " AND NOT" : " AND");
    statement.add(" EXISTS (SELECT 1 FROM incoming_issuer i WHERE i.agency_id = f.agency_id AND i.issuer_key = f.issuer_key");
    statement.add(isUngrouped ? " AND i.category <> " : " AND i.category = ", isUngrouped ? db::Param{""} : db::Param{category});
    statement.add(")");
}

}  // namespace

void addFigureFilter(Statement& statement, const FigureFilter& filter) {
    if (!filter.unitIds.empty()) {
        std::string_view separator = " AND f.unit_id IN (";
        for (const auto& id : filter.unitIds) {
            statement.add(separator, db::Param{std::string_view{id}});
            separator = ", ";
        }
        statement.add(")");
    }
    if (filter.channel) {
        statement.add(" AND f.channel = ", filter.channel);
    }
    if (filter.entry) {
        statement.add(" AND f.entry = ", filter.entry);
    }
    if (filter.signature) {
        statement.add(" AND f.signature = ", filter.signature);
    }
    if (filter.reached) {
        addReached(statement, *filter.reached);
    }
}

bool isAnsweredByFigures(const ListFilter& filter) {
    const bool isByArrival = filter.sort == ListSort::arrivalDescending || filter.sort == ListSort::arrivalAscending;
    return !filter.figure.isEmpty() && isByArrival && filter.tab == ListTab::all && filter.text.empty() && !filter.issuerName &&
           !filter.urgency && !filter.dueTo && filter.markerId.empty();
}

void addFigureSelection(Statement& statement, std::string_view agencyId, const ListFilter& filter) {
    statement.add(" FROM incoming_figure f WHERE f.agency_id = ", db::Param{agencyId});
    if (filter.arrivedFrom) {
        statement.add(" AND f.arrived_on >= ", filter.arrivedFrom);
    }
    if (filter.arrivedTo) {
        statement.add(" AND f.arrived_on <= ", filter.arrivedTo);
    }
    if (filter.isWithoutCancelled) {
        statement.add(" AND f.is_kept = TRUE");
    }
    if (filter.typeId) {
        statement.add(" AND f.type_id = ", filter.typeId);
    }
    if (filter.registerCode) {
        statement.add(" AND f.register_code = ", filter.registerCode);
    }
    if (filter.senderCategory) {
        addCategory(statement, *filter.senderCategory);
    }
    addFigureFilter(statement, filter.figure);
}

}  // namespace congvu::incoming
