// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "congvu/signing/Bytes.h"
#include "pdf/Object.h"

namespace congvu::signing::testing {

/// An incremental update written by hand, so that it can be as odd or as wrong as an attack needs.
class RawUpdate {
public:
    explicit RawUpdate(const Bytes& document);

    /// An object that the cross-reference lists.
    RawUpdate& object(pdf::ObjectNumber number, const std::string& text, unsigned int generation = 0);
    /// Any bytes.
    RawUpdate& raw(const std::string& text);
    /// A line of the cross-reference table.
    RawUpdate& entry(pdf::ObjectNumber number, std::size_t position, unsigned int generation = 0, char kind = 'n');
    /// Instead of the usual "/Size … /Root … /Prev …".
    RawUpdate& trailer(const std::string& entries);
    RawUpdate& lineEnd(const std::string& end);

    /// Where the next byte will stand.
    std::size_t position() const { return document_.size() + body_.size(); }

    /// With cross-reference table, trailer and end.
    Bytes finish() const;
    /// Only what was added.
    Bytes withoutCrossReference() const;

private:
    Bytes joined(const std::string& tail) const;

    Bytes document_;
    std::string body_;
    std::string entries_;
    std::string trailer_;
    std::string lineEnd_ = "\n";
};

/// Size, Root, Info and Prev of an update of this document.
std::string usualTrailer(const Bytes& document);

}  // namespace congvu::signing::testing
