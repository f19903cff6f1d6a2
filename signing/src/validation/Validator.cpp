// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/validation/Validator.h"

#include <algorithm>
#include <numeric>

#include "congvu/signing/SigningError.h"
#include "pdf/Lexer.h"
#include "pdf/PdfDate.h"
#include "pdf/Restrictions.h"
#include "validation/AddedBytes.h"
#include "validation/Difference.h"
#include "validation/EarlierRevision.h"
#include "validation/FindingCatalogue.h"
#include "validation/SignatureChecks.h"

namespace congvu::signing {
namespace {

using pdf::Object;
using pdf::Reader;
using namespace validation;

/// The document security store; a damaged one is an empty one, and then what it would prove stays unproven.
pades::SecurityStore storeOf(const Reader& reader) {
    try {
        return pades::SecurityStore::read(reader);
    } catch (const SigningError&) {
        return {};
    }
}

/// One run over one document.
class Validation {
public:
    Validation(ByteView document, const DocumentPassword& password, const TrustStore& trust, const AlgorithmPolicy& policy,
               const ValidationOptions& options, Instant at)
        : reader_(document, {}, password), trust_(trust), policy_(policy), at_(at), revocation_(storeOf(reader_), policy, at, options) {}

    ValidationReport run();
    /// The same when more bytes follow, which cannot be read as a PDF.
    ValidationReport runBelowBrokenRevision(std::string_view fault);

private:
    struct Signature {
        FoundSignature found;
        CoveredBytes covered;
        SignatureReport report;
        std::unique_ptr<SignatureContext> context;  ///< what its checks share; refers to the members above

        bool isChecked() const { return context != nullptr && context->cms && report.integrity == Integrity::intact; }
    };

    void judge();
    void findSignatures();
    void describe(Signature& signature) const;
    void checkIntegrity(Signature& signature);
    void proveExistence();
    void checkTrust(Signature& signature) const;
    void compareRevisions();
    void compareFrom(std::size_t first, std::size_t next, ByteView laterBytes);
    void applyChanges(std::size_t upTo, std::size_t revision, DifferenceResult difference);
    void checkWholeFile();
    void checkHiddenSignatures();
    bool wasRemovedBefore(const Signature& signature, std::size_t hidden) const;
    void failAll(std::string_view code, std::string_view detail = {});
    void conclude();

    Reader reader_;
    const TrustStore& trust_;
    const AlgorithmPolicy& policy_;
    Instant at_;
    RevocationCheck revocation_;
    std::vector<Signature> signatures_;
    ValidationReport report_;
};

ValidationReport Validation::run() {
    judge();
    conclude();
    return std::move(report_);
}

void Validation::judge() {
    findSignatures();
    for (Signature& signature : signatures_) {
        checkIntegrity(signature);
    }
    proveExistence();
    for (Signature& signature : signatures_) {
        checkTrust(signature);
    }
    compareRevisions();
    checkWholeFile();
}

ValidationReport Validation::runBelowBrokenRevision(std::string_view fault) {
    judge();
    for (Signature& signature : signatures_) {
        signature.report.coversWholeFile = false;
    }
    failAll("later-revision-unreadable", fault);
    conclude();
    return std::move(report_);
}

void Validation::findSignatures() {
    const Coverage coverage(reader_);
    constexpr std::size_t kMostSignatures = 500;  // each is hashed and compared for itself
    std::vector<FoundSignature> all = SignatureFinder(reader_).inForm();
    if (all.size() > kMostSignatures) {
        throw SigningError(ErrorCode::limitExceeded, "the document has too many signatures");
    }
    for (FoundSignature& found : all) {
        CoveredBytes covered = coverage.check(found);
        signatures_.push_back({std::move(found), std::move(covered), {}, nullptr});
    }
    std::stable_sort(signatures_.begin(), signatures_.end(),
                     [](const Signature& a, const Signature& b) { return a.covered.end < b.covered.end; });
    std::vector<const CoveredBytes*> ordered;
    std::vector<std::size_t> places;
    for (std::size_t index = 0; index < signatures_.size(); ++index) {
        if (signatures_[index].covered.isUsable()) {
            ordered.push_back(&signatures_[index].covered);
            places.push_back(index);
        }
    }
    for (const std::size_t index : Coverage::overlapping(ordered)) {
        signatures_[places[index]].covered.faults.emplace_back("byte-range-overlap");
    }
}

void Validation::describe(Signature& signature) const {
    SignatureReport& report = signature.report;
    const Object& dictionary = signature.found.dictionary;
    report.field = signature.found.field;
    report.subFilter = reader_.get(dictionary, "SubFilter").stringValue();
    report.isDocumentTimeStamp = report.subFilter == "ETSI.RFC3161";
    report.claimedTime = pdf::instantOfPdfDate(reader_.get(dictionary, "M").stringValue());
    report.certificationLevel = pdf::certificationOf(reader_, dictionary);
    report.coveredLength = signature.covered.end;
    report.coversWholeFile = signature.covered.isUsable() && signature.covered.end == reader_.file().size();
    report.indication = Indication::passed;
    report.integrity = Integrity::broken;
}

void Validation::checkIntegrity(Signature& signature) {
    describe(signature);
    signature.context = std::make_unique<SignatureContext>(SignatureContext{
        signature.found, signature.covered, trust_, policy_, at_, signature.report, revocation_, {}, {}, {}, {}, {}, {}, {}, {}, {}});
    SignatureContext& context = *signature.context;
    checkFormat(context);
    if (!context.cms) {
        return;
    }
    if (context.hasFailed()) {
        return;
    }
    checkCryptography(context);
    if (!context.hasFailed() && context.cms->signer()) {
        signature.report.integrity = Integrity::intact;
    }
}

/// EN 319 102-1, 5.6.2.3: document time-stamps from the last to the first; each proves that what it covers, the earlier
/// ones included, existed at its time.
void Validation::proveExistence() {
    std::optional<TimeProof> current;
    std::optional<Instant> renewBefore;
    for (std::size_t index = signatures_.size(); index-- > 0;) {
        const Signature& signature = signatures_[index];
        SignatureContext& context = *signature.context;
        context.documentProof = current;
        context.renewBefore = renewBefore;
        if (!signature.report.isDocumentTimeStamp || !signature.isChecked()) {
            continue;
        }
        checkTimeStamp(context);
        if (!context.proof) {
            continue;
        }
        renewBefore = renewBefore.value_or(context.proof->ends);
        current = current && current->time < context.proof->time ? current : context.proof;
        revocation_.prove(context.covered.end, context.proof->time);
    }
}

void Validation::checkTrust(Signature& signature) const {
    SignatureContext& context = *signature.context;
    const bool isFormOnly = context.hasFailed() || context.report.subIndication == SubIndication::generic;
    if (!context.cms || isFormOnly) {
        return;
    }
    if (!signature.report.isDocumentTimeStamp) {
        checkTimeStamp(context);
    }
    checkCertificate(context);
    checkAlgorithms(context);
    determineLevel(context);
    if (revocation_.hasDamagedItems()) {
        context.add("validation-data-damaged");
    }
}

/// Every signed revision against the next one, the last one against the whole file.
void Validation::compareRevisions() {
    std::size_t revision = 0;
    for (std::size_t index = 0; index < signatures_.size(); ++index) {
        signatures_[index].report.revision = ++revision;
        if (!signatures_[index].covered.isUsable()) {
            continue;
        }
        std::size_t next = index + 1;
        while (next < signatures_.size() && !signatures_[next].covered.isUsable()) {
            ++next;
        }
        const std::uint64_t end = next < signatures_.size() ? signatures_[next].covered.end : reader_.file().size();
        if (end > signatures_[index].covered.end) {
            compareFrom(index, revision + 1, reader_.file().first(static_cast<std::size_t>(end)));
        }
    }
}

bool isOnlyWhiteSpace(ByteView bytes) {
    return std::all_of(bytes.begin(), bytes.end(), pdf::isWhiteSpace);
}

/// The later view must be built on the earlier one: its chain of sections passes through the earlier last section.
bool isBuiltOn(const Reader& later, const Reader& earlier) {
    return std::any_of(later.sections().begin(), later.sections().end(),
                       [&](const auto& section) { return section.position == earlier.startCrossReference(); });
}

void Validation::compareFrom(std::size_t first, std::size_t next, ByteView laterBytes) {
    const ByteView earlierBytes = reader_.file().first(static_cast<std::size_t>(signatures_[first].covered.end));
    if (isOnlyWhiteSpace(laterBytes.subspan(earlierBytes.size()))) {
        return;
    }
    DifferenceResult difference;
    try {
        const Reader earlier(earlierBytes, reader_);
        const Reader later(laterBytes, reader_);
        if (later.startCrossReference() + later.headerOffset() < earlierBytes.size()) {
            difference.changes.push_back(makeChange("trailer-changed", false, "startxref"));
            report_.findings.push_back(makeFinding("data-after-end"));
        } else if (!isBuiltOn(later, earlier)) {
            difference.changes.push_back(makeChange("trailer-changed", false, "/Prev"));
            report_.findings.push_back(makeFinding("revision-chain-cut"));
        } else {
            difference = Difference(earlier, later).compare();
            for (AddedBytes::Fault& fault : AddedBytes(later, earlierBytes.size()).faults()) {
                difference.changes.push_back(makeChange(fault.kind, false, std::move(fault.object)));
            }
        }
    } catch (const SigningError& error) {
        Change change = makeChange("object-changed", false, error.what());
        difference.changes.push_back(std::move(change));
    }
    applyChanges(first, next, std::move(difference));
}

void Validation::applyChanges(std::size_t upTo, std::size_t revision, DifferenceResult difference) {
    const bool lawful = difference.isLawful();
    for (std::size_t index = 0; index <= upTo; ++index) {
        SignatureReport& report = signatures_[index].report;
        if (report.integrity != Integrity::intact && lawful) {
            continue;
        }
        report.findings.push_back(makeFinding(lawful ? "lawful-changes-after-signing" : "changed-after-signing"));
        for (const std::string& warning : difference.warnings) {
            report.findings.push_back(makeFinding(warning));
        }
        if (!lawful && report.integrity == Integrity::intact) {
            report.integrity = Integrity::modified;
            report.indication = Indication::failed;
            report.subIndication = SubIndication::formatFailure;
            report.level.clear();
        }
    }
    for (Change& change : difference.changes) {
        change.revision = revision;
        report_.changes.push_back(std::move(change));
    }
}

void Validation::failAll(std::string_view code, std::string_view detail) {
    report_.findings.push_back(makeFinding(code, detail));
    for (Signature& signature : signatures_) {
        signature.report.integrity = signature.report.integrity == Integrity::intact ? Integrity::modified : signature.report.integrity;
        if (signature.report.indication != Indication::failed) {
            signature.report.indication = Indication::failed;
            signature.report.subIndication = SubIndication::formatFailure;
        }
    }
}

/// A signature that its owner took back before somebody else signed is no concern of the later signer, who signed the
/// document without it.
bool Validation::wasRemovedBefore(const Signature& signature, std::size_t hidden) const {
    if (signature.report.integrity != Integrity::intact || signature.covered.end <= hidden) {
        return false;
    }
    try {
        const Reader signedPart(reader_.file().first(static_cast<std::size_t>(signature.covered.end)), reader_);
        const SignatureFinder finder(signedPart);
        std::vector<FoundSignature> known = finder.inForm();
        const auto permitted = finder.inPermissions();
        known.insert(known.end(), permitted.begin(), permitted.end());
        const auto outside = finder.outsideForm(known);
        return std::find(outside.begin(), outside.end(), hidden) != outside.end();
    } catch (const SigningError&) {
        return false;
    }
}

void Validation::checkHiddenSignatures() {
    const SignatureFinder finder(reader_);
    std::vector<FoundSignature> known = finder.inPermissions();
    for (const Signature& signature : signatures_) {
        FoundSignature& found = known.emplace_back(signature.found);
        if (signature.covered.isUsable()) {
            found.contentsStart = signature.covered.beforeGap.size();
            found.contentsEnd = static_cast<std::size_t>(signature.covered.end) - signature.covered.afterGap.size();
        }
    }
    bool isRemoved = false;
    for (const std::size_t hidden : finder.outsideForm(known)) {
        const bool isSettled = std::any_of(signatures_.begin(), signatures_.end(),
                                           [&](const Signature& signature) { return wasRemovedBefore(signature, hidden); });
        if (!isSettled) {
            failAll("signature-outside-form");
            return;
        }
        isRemoved = true;
    }
    if (isRemoved) {
        report_.findings.push_back(makeFinding("signature-removed-before-signing"));
    }
}

void Validation::checkWholeFile() {
    checkHiddenSignatures();
    const bool isCovered = std::any_of(signatures_.begin(), signatures_.end(), [&](const Signature& signature) {
        return signature.covered.isUsable() && signature.covered.end == reader_.file().size();
    });
    const std::size_t end = textOf(reader_.file()).rfind("%%EOF");
    if (!signatures_.empty() && !isCovered && !isOnlyWhiteSpace(reader_.file().subspan(end + 5))) {
        failAll("data-after-end");
    }
}

void Validation::conclude() {
    const bool hiddenSignature = std::any_of(report_.findings.begin(), report_.findings.end(),
                                             [](const Finding& finding) { return finding.code == "signature-outside-form"; });
    report_.verdict = Verdict::valid;
    report_.validatedAt = at_;
    for (Signature& signature : signatures_) {
        const Verdict own = verdictOf(signature.report.indication);
        report_.verdict = std::max(report_.verdict, own);
        signature.context.reset();
        report_.signatures.push_back(std::move(signature.report));
    }
    if (signatures_.empty()) {
        report_.verdict = hiddenSignature ? Verdict::invalid : Verdict::unsignedDocument;
        if (!hiddenSignature) {
            report_.findings.push_back(makeFinding("no-signature"));
        }
    }
}

ValidationReport unreadable(std::string_view code, std::string_view detail) {
    ValidationReport report;
    report.verdict = Verdict::unreadable;
    report.findings.push_back(makeFinding(code, detail));
    return report;
}

}  // namespace

Validator::Validator(TrustStore trust, AlgorithmPolicy policy, ValidationOptions options)
    : trust_(std::move(trust)), policy_(std::move(policy)), options_(options) {}

ValidationReport Validator::validateBelow(ByteView document, Instant at, const DocumentPassword& password, std::string_view fault) const {
    try {
        if (const auto end = endOfReadableSignedRevision(document, password)) {
            return Validation(document.first(*end), password, trust_, policy_, options_, at).runBelowBrokenRevision(fault);
        }
    } catch (const SigningError& error) {
        return unreadable("unreadable-document", error.what());
    }
    return unreadable("unreadable-document", fault);
}

ValidationReport Validator::validate(ByteView document, Instant at, const DocumentPassword& password) const {
    try {
        return Validation(document, password, trust_, policy_, options_, at).run();
    } catch (const SigningError& error) {
        ValidationReport report = validateBelow(document, at, password, error.what());
        const bool needsPassword = error.code() == ErrorCode::encryptedPdf || error.code() == ErrorCode::wrongDocumentPassword;
        if (report.verdict == Verdict::unreadable && needsPassword) {
            return unreadable(error.code() == ErrorCode::encryptedPdf ? "encrypted-document" : "wrong-document-password", {});
        }
        return report;
    } catch (const std::bad_alloc&) {
        return unreadable("unreadable-document", "out of memory");
    }
}

}  // namespace congvu::signing
