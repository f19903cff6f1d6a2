// SPDX-License-Identifier: Apache-2.0
#include "congvu/appendix/AppendixSix.h"

#include "congvu/text/Text.h"

#include <array>

namespace congvu::appendix {

namespace {

using Type = AppendixField::Type;

constexpr std::array<AppendixField, 20> kOutgoing{{{"FileCode/OrganId", Type::string, 13},
                                                   {"FileCode/FileCatalog", Type::number, 4},
                                                   {"FileCode/FileNotation", Type::string, 20},
                                                   {"DocOrdinal", Type::number, 3},
                                                   {"TypeName", Type::string, 100},
                                                   {"CodeNumber", Type::string, 11},
                                                   {"CodeNotation", Type::string, 30},
                                                   {"IssuedDate", Type::date, 10},
                                                   {"OrganName", Type::string, 200},
                                                   {"Subject", Type::string, 500},
                                                   {"Language", Type::string, 30},
                                                   {"PageAmount", Type::number, 3},
                                                   {"Description", Type::string, 500},
                                                   {"SignerInfo/Position", Type::string, 100},
                                                   {"SignerInfo/FullName", Type::string, 50},
                                                   {"To/OrganId", Type::string, 13},
                                                   {"To/OrganName", Type::string, 200},
                                                   {"Priority", Type::number, 1},
                                                   {"IssuedAmount", Type::number, 3},
                                                   {"DueDate", Type::date, 10}}};

constexpr std::array<AppendixField, 21> kIncoming{{{"FileCode/OrganId", Type::string, 13},
                                                   {"FileCode/FileCatalog", Type::number, 4},
                                                   {"FileCode/FileNotation", Type::string, 20},
                                                   {"DocOrdinal", Type::number, 3},
                                                   {"TypeName", Type::string, 100},
                                                   {"CodeNumber", Type::string, 11},
                                                   {"CodeNotation", Type::string, 30},
                                                   {"IssuedDate", Type::date, 10},
                                                   {"OrganName", Type::string, 200},
                                                   {"Subject", Type::string, 500},
                                                   {"Language", Type::string, 30},
                                                   {"PageAmount", Type::number, 3},
                                                   {"Description", Type::string, 500},
                                                   {"ArrivalDate", Type::date, 10},
                                                   {"ArrivalNumber", Type::number, 10},
                                                   {"SignerInfo/Position", Type::string, 100},
                                                   {"SignerInfo/FullName", Type::string, 50},
                                                   {"Priority", Type::number, 1},
                                                   {"ToPlaces", Type::string, 1000},
                                                   {"TraceHeaderList", Type::longText, 0},
                                                   {"DueDate", Type::date, 10}}};

constexpr std::array<AppendixField, 13> kDossier{{{"FileCode/OrganId", Type::string, 13},
                                                  {"FileCode/FileCatalog", Type::number, 4},
                                                  {"FileCode/FileNotation", Type::string, 20},
                                                  {"Title", Type::string, 500},
                                                  {"Maintenance", Type::string, 30},
                                                  {"Rights", Type::string, 30},
                                                  {"Creator", Type::string, 30},
                                                  {"Language", Type::string, 50},
                                                  {"StartDate", Type::date, 10},
                                                  {"EndDate", Type::date, 10},
                                                  {"DocTotal", Type::number, 4},
                                                  {"PageTotal", Type::number, 4},
                                                  {"Description", Type::string, 500}}};

/// The first `most` characters; never splits one.
std::string_view firstCharacters(std::string_view utf8, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const bool isContinuation = (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
        if (!isContinuation && characters++ == most) {
            return utf8.substr(0, at);
        }
    }
    return utf8;
}

}  // namespace

std::span<const AppendixField> outgoingFields() {
    return kOutgoing;
}

std::span<const AppendixField> incomingFields() {
    return kIncoming;
}

std::span<const AppendixField> dossierFields() {
    return kDossier;
}

FittedValue fit(const AppendixField& field, std::string_view value) {
    if (field.type == Type::longText || text::length(value) <= field.length) {
        return {std::string{value}, {}};
    }
    const bool isCode = field.path.ends_with("OrganId") || field.type != Type::string;
    return {isCode ? std::string{} : std::string{firstCharacters(value, field.length)}, std::string{value}};
}

}  // namespace congvu::appendix
