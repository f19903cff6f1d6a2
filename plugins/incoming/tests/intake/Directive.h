// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace congvu::incoming::testing {

/// What stands on a directive of the test set, and what must be read from it. Agencies, people and places are made up; the kinds of
/// agencies and their abbreviations are those in use.
struct Directive {
    std::string name;  ///< for messages
    bool isParty = false;

    std::vector<std::string> superior;  ///< printed lines, in capitals
    std::vector<std::string> issuer;
    std::vector<std::string> number;  ///< one or two printed lines, with "Số:" or "Số"
    std::string placeAndDate;
    std::string title;  ///< name of the type in capitals; empty for a letter
    std::vector<std::string> subject;
    std::vector<std::string> body;
    std::string urgency;  ///< text of the red stamp, empty for none
    std::string signer;
    bool hasArrivalStamp = false;  ///< the red stamp of another registry in the margin
    bool hasSealOverHead = false;  ///< a red seal over number and subject

    std::string wantedSymbol;
    std::string wantedDate;
    std::string wantedIssuer;
    std::string wantedType;
};

/// 64 directives: sixteen agencies of the State and five bodies of the Party, letters and named types, symbols of today and of before 2020,
/// of legal normative documents, on one line and on two, with stamps where they fall.
std::vector<Directive> directives();

}  // namespace congvu::incoming::testing
